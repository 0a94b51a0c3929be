import { asShown, inData, pageExample } from './httpRequestPage';
import { FUNCTIONS, TITLES, effects, newReady, run, type Title } from './httpRequestRun';
import { sandbox } from './running';
import { newPayments, unknownNumber } from './workflow';

/** What an example must have done to a payment that it was done with. */
const EFFECTS: Record<Title, (number: string) => object> = {
	'Look up a payment': () => ({ changes: [], credits: [] }),
	'Activate a payment': (number) => ({
		changes: [expect.objectContaining({ number, from: 'Created', to: 'Factoring' })],
		credits: [],
	}),
	'Credit a whole payment': () => ({ changes: [], credits: [12500] }),
	'Credit a part of a payment': () => ({ changes: [], credits: [5000] }),
};

/** A payment for which Qvickly refuses the example as the page shows. */
const refusedPayment: Record<Title, () => Promise<string> | string> = {
	'Look up a payment': unknownNumber,
	'Activate a payment': () => newPayments(1, { status: 'Factoring' })[0]!,
	'Credit a whole payment': () => newPayments(1)[0]!,
	'Credit a part of a payment': async () => {
		const [number = ''] = newReady('Credit a whole payment');
		await run('Credit a whole payment', [{ number }]);
		return number;
	},
};

afterEach(() => {
	sandbox.state.faults = undefined;
	sandbox.state.refuseInData = false;
});

describe.each(TITLES)('%s, as on the page:', (title) => {
	it('does what it says, and answers as shown', async () => {
		const [number = ''] = newReady(title);
		const { status, done, refused, unclear, named } = await run(title, [{ number }]);
		expect({ status, refused, unclear }).toEqual({ status: 'success', refused: [], unclear: [] });
		expect(done).toEqual([asShown(pageExample(title).done, number)]);
		expect(named).toEqual([{ number }]);
		expect(effects([number])).toEqual({ calls: [FUNCTIONS[title]], ...EFFECTS[title](number) });
	});

	it.each([false, true])('tells a refusal, in data: %j, and nothing is changed', async (inside) => {
		const number = await refusedPayment[title]();
		const before = effects([number]);
		sandbox.state.refuseInData = inside;
		const { done, refused, unclear } = await run(title, [{ number }]);
		const shown = pageExample(title).refused;
		expect({ done, unclear }).toEqual({ done: [], unclear: [] });
		expect(refused).toEqual([asShown(inside ? inData(shown) : shown, number)]);
		const { calls, ...changed } = effects([number]);
		expect(calls).toEqual([...before.calls, FUNCTIONS[title]]);
		expect(changed).toEqual({ changes: before.changes, credits: before.credits });
	});

	it('is unclear where the answer is lost or not that of Qvickly, once for each payment', async () => {
		const faults = ['reset', 'http503', 'html', 'empty', 'otherJson', 'cutShort', 'internalError'];
		const [good = '', ...numbers] = newReady(title, faults.length + 1);
		sandbox.state.faults = ({ number = '' }) => faults[numbers.indexOf(number)];
		const all = [...numbers, good];
		const { status, done, refused, unclear } = await run(
			title,
			all.map((number) => ({ number })),
		);
		expect({ status, refused }).toEqual({ status: 'success', refused: [] });
		expect([done.length, unclear.length]).toEqual([1, faults.length]);
		expect(effects(all).calls).toEqual(all.map(() => FUNCTIONS[title]));
	});

	it('sends nothing for an item without a number, and follows no redirect', async () => {
		const [number = ''] = newReady(title);
		const before = sandbox.calls.length;
		sandbox.state.faults = () => 'redirect:before';
		const { done, refused, unclear } = await run(title, [{}, { number: null }, { number }]);
		expect({ done, refused }).toEqual({ done: [], refused: [] });
		expect(unclear).toHaveLength(3);
		expect(JSON.stringify(unclear[0])).toContain('JSON');
		expect(sandbox.calls.slice(before).filter((call) => call.number === number)).toHaveLength(1);
		expect(sandbox.calls.slice(before).map(({ path }) => path)).not.toContain('/elsewhere');
	});

	it('keeps text that looks like JSON one value', async () => {
		const [number = ''] = newReady(title);
		const text = `1"}},"function":"cancelPayment","data":{"number":"${number}`;
		const { refused } = await run(title, [{ number: text }]);
		expect(refused).toEqual([expect.objectContaining({ code: '5198' })]);
		expect(effects([number])).toEqual({ calls: [], changes: [], credits: [] });
	});
});

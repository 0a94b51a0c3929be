import { sign } from './client';
import { FAULTS, seededFaults } from './faults';
import { caller, checkout, order, PERSON } from './orders';
import { MERCHANT, startSandbox } from './sandbox';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let call: ReturnType<typeof caller>;
beforeEach(async () => {
	sandbox = await startSandbox();
	call = caller(sandbox);
});
afterEach(async () => await sandbox.close());

const WITH_ANSWER = Object.keys(FAULTS).filter(
	(name) => !['silence', 'late', 'reset', 'truncated'].includes(name),
);

describe('a creation that meets a fault', () => {
	it.each(WITH_ANSWER)('is carried out, or with ":before" not: %s', async (name) => {
		sandbox.state.faults = ({ orderid }) => (orderid === 'A-1' ? name : `${name}:before`);
		await call('addPayment', order(8));
		await call('addPayment', order(8, { orderid: 'A-2' }));
		sandbox.finishLate();
		expect(sandbox.payments.creations).toMatchObject([{ orderid: 'A-1' }]);
		expect(sandbox.calls).toMatchObject([
			{ orderid: 'A-1', changed: true, code: undefined },
			{ orderid: 'A-2', changed: false, code: undefined },
		]);
	});

	it('is answered as if it had been carried out, where it is not', async () => {
		sandbox.state.faults = () => 'noSignature:before';
		const { data } = await call('addPayment', order(8));
		expect(data).toMatchObject({ orderid: 'A-1', status: 'WaitingForPurchase' });
		expect(sandbox.payments.get(data.number, true)).toBeUndefined();
		sandbox.state.faults = undefined;
		const real = (await call('addPayment', order(8))).data;
		expect(real.number).not.toBe(data.number);
	});

	it('may be carried out late, and is refused then if the order ID is taken', async () => {
		sandbox.state.faults = ({ earlier }) => (earlier === 0 ? 'unsignedUnderWay' : undefined);
		await call('addPayment', order(8));
		expect(sandbox.payments.creations).toEqual([]);
		expect((await call('addPayment', order(8))).code).toBeUndefined();
		sandbox.finishLate();
		expect(sandbox.payments.creations).toHaveLength(1);
		sandbox.state.account.uniqueOrderIds = false;
		sandbox.state.faults = () => 'unknownCodeUnderWay';
		await call('addPayment', order(8));
		sandbox.finishLate();
		expect(sandbox.payments.creations).toHaveLength(2);
	});

	it.each(['addPayment', 'initCheckout'])(
		'may be answered about another payment, which is of another order: %s',
		async (name) => {
			sandbox.state.faults = () => 'otherPayment';
			const answer = await call(name, name === 'addPayment' ? order(8) : checkout());
			expect(answer.hash).toBe(sign(answer.source, MERCHANT.secret));
			expect(answer.data.orderid).not.toBe('A-1');
			expect(answer.data.number).toMatch(/^\d+2$/);
		},
	);

	it('of a checkout, a copy or an invoice may be pretended or late too', async () => {
		sandbox.payments.add([{ number: 7, test: true }]);
		sandbox.payments.checkouts.add([{ number: 8, test: true, hash: 'abc' }]);
		const calls: Array<[string, object]> = [
			['initCheckout', checkout({}, { Customer: PERSON })],
			['duplicatePayment', { PaymentData: { number: '7', method: '1' } }],
			['createInvoiceFromOrderHash', { hash: 'abc', method: '1' }],
			['updateCheckout', { PaymentData: { number: '8', orderid: 'B' }, ...withoutTerms() }],
		];
		const { payments } = sandbox;
		const records = [payments.creations, payments.checkouts.creations, payments.updates];
		sandbox.state.faults = () => 'noSignature:before';
		for (const [name, data] of calls) {
			expect((await call(name, data)).data).toHaveProperty('number');
		}
		expect(records).toEqual([[], [], []]);
		sandbox.state.faults = () => 'unsignedUnderWay';
		for (const [name, data] of calls.reverse()) await call(name, data);
		expect(records).toEqual([[], [], []]);
		sandbox.finishLate();
		expect(records.map(({ length }) => length)).toEqual([2, 1, 1]);
	});
});

/** Rows and cart alone. */
function withoutTerms() {
	const { Articles, Cart } = checkout();
	return { Articles, Cart };
}

describe('a plan of faults', () => {
	it('is told order ID and customer, and counts by what the call is about', async () => {
		const seen: unknown[] = [];
		sandbox.state.faults = ({ function: name, number, orderid, customer, subject, earlier }) => {
			seen.push([name, number, orderid, customer, subject, earlier]);
			return undefined;
		};
		await call('addPayment', order(8));
		await call('addPayment', order(8));
		await call('addPayment', order(1, { orderid: 'B' }, { Customer: { nr: '5', ...PERSON } }));
		await call('getInvoicesByCustomer', { customerno: '5' });
		await call('getOrderInfo', { hash: 'abc' });
		await call('getOrderInfo', { hash: 'abc' });
		await call('updatePayment', { PaymentData: { number: '7', orderid: 'A-1' } });
		expect(seen).toEqual([
			['addPayment', '', 'A-1', '', 'A-1', 0],
			['addPayment', '', 'A-1', '', 'A-1', 1],
			['addPayment', '', 'B', '5', 'B', 0],
			['getInvoicesByCustomer', '', '', '5', '5', 0],
			['getOrderInfo', '', '', '', 'abc', 0],
			['getOrderInfo', '', '', '', 'abc', 1],
			['updatePayment', '7', 'A-1', '', '7', 0],
		]);
	});

	it('by chance tells orders apart', () => {
		const plan = seededFaults('one', 0.5, ['a']);
		const drawn = Array.from({ length: 50 }, (_, index) =>
			plan({ function: 'addPayment', number: '', subject: `order ${index}`, earlier: 0 }),
		);
		expect(new Set(drawn)).toEqual(new Set(['a', undefined]));
	});
});

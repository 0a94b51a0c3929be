import {
	answered,
	credited,
	http,
	info,
	noConnection,
	refusal,
	reset,
	settled,
	signed,
	unreadable,
	unverified,
	wish,
} from './settling';

const task = wish('credit');

const unclear = {
	'an unsigned answer': unverified,
	'an unreadable answer': unreadable,
	"an answer without the credit's number": signed({ number: '1', status: 'Credited' }),
	'an unknown code without a signature': refusal('5040'),
	'an internal problem': refusal('9008', true),
	'a refund that failed at the provider': refusal('5290', true),
	'a broken connection': reset,
	'HTTP 500': http(500),
	'HTTP 429': http(429, 1),
};

describe('what is done once', () => {
	it('counts as done if its own signed answer says so', async () => {
		const { outcome, called } = await settled(task, [credited]);
		expect(outcome).toMatchObject({ items: [{ number: '1', creditNumber: '2' }] });
		expect(called).toEqual(['creditPayment']);
	});

	it.each(Object.entries(unclear))('is never sent again after %s', async (_, reply) => {
		const { outcome } = await settled(task, [reply], 5);
		expect(outcome).toMatchObject({
			outcome: 'unknown',
			message: expect.stringMatching(/^Payment 1 may have been credited: /),
			advice: expect.stringContaining(
				"Before you run it again, look in Qvickly's portal for a credit of it: otherwise it could be done twice.",
			),
		});
	});

	it('is sent again where no connection could be made, and then no more than once', async () => {
		const done = await settled(task, [noConnection, noConnection, credited], 2);
		expect(done.outcome).toHaveProperty('items');
		const { outcome } = await settled(task, [noConnection, reset], 5);
		expect(outcome).toHaveProperty('outcome', 'unknown');
	});

	it.each([
		['5205', false],
		['5213', false],
		['5040', true],
	])('is not done if Qvickly refuses it with %s (signed: %j)', async (code, isSigned) => {
		const { outcome } = await settled(task, [refusal(code, isSigned)], 2);
		expect(outcome).toMatchObject({
			outcome: 'refused',
			message: expect.stringMatching(/^Payment 1 was not credited: /),
			refusal: { code },
		});
	});

	it('is not done, nor is any other of the account, after a refusal of the account', async () => {
		const { outcome } = await settled(task, [refusal('9013')], 2);
		expect(outcome).toMatchObject({ outcome: 'refused', closes: { settles: 'account' } });
	});

	it('is not done if no try can have arrived', async () => {
		const { outcome } = await settled(task, [noConnection], 0);
		expect(outcome).toHaveProperty('outcome', 'unreached');
	});
});

describe('what is cancelled or credited', () => {
	const either = wish('cancelOrCredit');

	it('is cancelled where that is possible, and then not credited', async () => {
		const { outcome, called } = await settled(either, [answered('Cancelled')]);
		expect(outcome).toMatchObject({ items: [{ action: 'cancelled', creditNumber: '' }] });
		expect(called).toEqual(['cancelPayment']);
	});

	it('is credited where Qvickly says that it was activated', async () => {
		const { outcome, called } = await settled(either, [refusal('5209'), credited]);
		expect(outcome).toMatchObject({ items: [{ action: 'credited', creditNumber: '2' }] });
		expect(called).toEqual(['cancelPayment', 'creditPayment']);
	});

	it('is credited after an unclear try only if its status says as well that it was activated', async () => {
		const { outcome } = await settled(either, [reset, refusal('5209'), info('Paid'), credited], 1);
		expect(outcome).toMatchObject({ items: [{ action: 'credited' }] });
		for (const other of [info('Created'), refusal('5201'), refusal('5209'), reset]) {
			const open = await settled(either, [reset, refusal('5209'), other], 1);
			expect(open.outcome).toHaveProperty('outcome', 'unknown');
		}
	});

	it.each([
		['an unclear cancel', [reset, info('Paid')], 'unknown'],
		['an unsigned answer', [unverified, info('Created')], 'unknown'],
		['another refusal', [refusal('5202')], 'refused'],
		['no connection', [noConnection], 'unreached'],
		['a look-up that is refused with that code', [reset, refusal('5209')], 'unknown'],
	])('is not credited after %s', async (_, replies, kind) => {
		const { outcome } = await settled(either, replies);
		expect(outcome).toHaveProperty('outcome', kind);
	});

	it('had been cancelled before, and nothing is done', async () => {
		const { outcome } = await settled(either, [refusal('5220'), info('Cancelled')]);
		expect(outcome).toMatchObject({ items: [{ action: 'none' }] });
	});

	it('is not known to be credited after an unclear credit, which is not sent again', async () => {
		const { outcome } = await settled(either, [refusal('5209'), reset], 5);
		expect(outcome).toMatchObject({
			outcome: 'unknown',
			message: expect.stringMatching(/^Payment 1 may have been credited: /),
		});
	});
});

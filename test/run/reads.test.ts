import {
	http,
	info,
	noConnection,
	refusal,
	reset,
	settled,
	signed,
	textOf,
	unreadable,
	unverified,
	wish,
} from './settling';

const task = wish('get');
const unclear = {
	'an unsigned answer': unverified,
	'an unreadable answer': unreadable,
	'an answer about another payment': signed({ PaymentData: { number: '2', status: 'Paid' } }),
	'an internal problem (9008)': refusal('9008'),
	'an internal problem in signed data': refusal('9008', true),
	'an unknown code without a signature': refusal('5040'),
	'a broken connection': reset,
	'HTTP 500': http(500),
	'HTTP 408': http(408),
	'HTTP 429': http(429),
	'no connection': noConnection,
};

describe('a read', () => {
	it('gives what a signed answer says', async () => {
		const { outcome } = await settled(task, [info('Paid')]);
		expect(outcome).toMatchObject({ items: [{ number: '1', status: 'Paid' }] });
	});

	it.each(Object.entries(unclear))('is tried again after %s', async (_, reply) => {
		const { outcome } = await settled(task, [reply, reply, info('Paid')], 2);
		expect(outcome).toHaveProperty('items');
	});

	it.each([
		['5201', false],
		['9013', false],
		['5040', true],
	])('is refused for good with code %s (signed: %j)', async (code, isSigned) => {
		const { outcome } = await settled(task, [refusal(code, isSigned)], 2);
		expect(outcome).toMatchObject({
			outcome: 'refused',
			message: expect.stringMatching(/^Payment 1 could not be looked up: /),
			refusal: { code, message: 'Words', logid: '77' },
		});
	});

	it.each([301, 400, 403, 404])('is not tried again after HTTP %s', async (status) => {
		const { outcome } = await settled(task, [http(status)], 2);
		expect(outcome).toHaveProperty('outcome', 'unanswered');
	});

	it('is not tried again where a wait of more than a minute is asked for', async () => {
		const { outcome } = await settled(task, [http(503, 61)], 2);
		expect(outcome).toHaveProperty('outcome', 'unanswered');
	});

	it.each(Object.entries(unclear))('has no answer if it ends with %s', async (_, reply) => {
		const { outcome } = await settled(task, [reset, reply], 1);
		expect(outcome).toMatchObject({ outcome: 'unanswered', number: '1' });
		expect(textOf(outcome)).toMatch(/^Payment 1 could not be looked up: .*Nothing was changed\./);
	});

	it('is unreached if no try can have arrived', async () => {
		const { outcome } = await settled(task, [noConnection, noConnection], 1);
		expect(outcome).toMatchObject({
			outcome: 'unreached',
			message: 'Payment 1 could not be looked up: no connection could be made (ECONNREFUSED)',
		});
	});
});

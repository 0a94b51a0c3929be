import {
	answered,
	info,
	noConnection,
	refusal,
	reset,
	settled,
	textOf,
	unverified,
	wish,
} from './settling';

const task = wish('activate');

describe('what was to be activated, and is said not to be open to that (5208),', () => {
	it.each(['Paid', 'Handling'])('had been activated before with status %s', async (status) => {
		const { outcome } = await settled(task, [refusal('5208'), info(status)]);
		expect(outcome).toMatchObject({ items: [{ status }] });
		const fail = wish('activate', { ifAlreadyActivated: 'fail' });
		const failed = await settled(fail, [refusal('5208'), info(status)]);
		expect(failed.outcome).toMatchObject({
			outcome: 'alreadyDone',
			message: 'Payment 1 had already been activated before',
		});
	});

	it('was activated by this run where an earlier try may have done it', async () => {
		const fail = wish('activate', { ifAlreadyActivated: 'fail' });
		const { outcome } = await settled(fail, [reset, refusal('5208'), info('Handling')], 1);
		expect(outcome).toHaveProperty('items');
	});

	it.each([
		['Pending', 'its credit check is not finished, its status at Qvickly is "Pending"'],
		['Denied', 'its credit check said no, its status at Qvickly is "Denied"'],
	])('is refused with status %s, and the text says what to wait for', async (status, reason) => {
		const { outcome } = await settled(task, [refusal('5208'), info(status)]);
		expect(outcome).toMatchObject({
			outcome: 'refused',
			message: `Payment 1 was not activated: ${reason}`,
			refusal: { code: '5208' },
		});
	});

	it('is open with status Created, or with an earlier try in doubt', async () => {
		const contradiction = await settled(task, [refusal('5208'), info('Created')]);
		expect(contradiction.outcome).toHaveProperty('outcome', 'unknown');
		const doubt = await settled(task, [reset, refusal('5208'), info('Pending')], 1);
		expect(doubt.outcome).toHaveProperty('outcome', 'unknown');
	});
});

it('the status Handling does not prove it after silence, but in its own answer it does', async () => {
	const silence = await settled(task, [reset, info('Handling')]);
	expect(silence.outcome).toHaveProperty('outcome', 'unknown');
	const { outcome } = await settled(task, [answered('Handling')]);
	expect(outcome).toHaveProperty('items');
});

describe('where an amount is expected', () => {
	const expecting = wish('activate', { expectedAmount: '125' });

	it('the payment is activated if it has that', async () => {
		const { outcome, called } = await settled(expecting, [info('Created'), answered('Paid')]);
		expect(outcome).toMatchObject({ items: [{ status: 'Paid' }] });
		expect(called).toEqual(['getPaymentinfo', 'activatePayment']);
	});

	it('it is not activated if it has another', async () => {
		const { outcome } = await settled(expecting, [info('Created', '12501')], 2);
		expect(outcome).toMatchObject({
			outcome: 'refused',
			message: `Payment 1 was not activated: its total is 125.01 SEK, and 'Expected Amount' is 125.00`,
		});
	});

	it('a cancelled one is not activated, whatever its total', async () => {
		for (const total of ['0', '12500']) {
			const { outcome, called } = await settled(expecting, [info('Cancelled', total)]);
			expect(outcome).toMatchObject({ message: 'Payment 1 was not activated: it is cancelled' });
			expect(called).toEqual(['getPaymentinfo']);
		}
	});

	it.each([
		['unanswered', [unverified, reset]],
		['unreached', [noConnection, noConnection]],
		['refused', [reset, refusal('5201')]],
	])('it is not activated if the look-up is %s', async (kind, replies) => {
		const { outcome, called } = await settled(expecting, replies, 1);
		expect(outcome).toMatchObject({
			outcome: kind,
			message: expect.stringMatching(/^Payment 1 was not activated: /),
		});
		expect(called).toEqual(['getPaymentinfo', 'getPaymentinfo']);
		expect(textOf(outcome)).not.toContain('may have been');
	});

	it('the retries are for both calls together', async () => {
		const replies = [reset, info('Created'), reset, info('Created')];
		const { outcome } = await settled(expecting, replies, 1);
		expect(outcome).toHaveProperty('outcome', 'unknown');
	});
});

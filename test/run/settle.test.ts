import { cancel } from '../../nodes/Qvickly/actions/payment/cancel.operation';
import type { Task } from '../../nodes/Qvickly/actions/operation';
import { settle } from '../../nodes/Qvickly/run/settle';
import type { Reply } from '../../nodes/Qvickly/transport/call';

const task = (ifAlreadyCancelled = 'return') =>
	cancel.prepare(() => '1', { ifAlreadyCancelled }) as Task;

const verified = (data: object) => ({ kind: 'verified', data });
const cancelled = verified({ number: '1', orderid: 'a', status: 'Cancelled', url: 'u' });
const info = (PaymentData: object) => verified({ PaymentData });
const refused = (code: string) => ({ kind: 'refused', code, message: '', logid: '' });
const unverified = { kind: 'unverified' };
const refusedConnection = {
	kind: 'noAnswer',
	reason: 'no connection could be made (ECONNREFUSED)',
	mayHaveArrived: false,
	worthRetrying: true,
};
const reset = { ...refusedConnection, reason: 'the connection broke', mayHaveArrived: true };
/** An answer after a try that got no clear one. */
const afterUnclear = (answer: object) => ({ answer, mayHaveRunBefore: true });

/** Settles with scripted answers: each is an answer, or a whole reply. */
async function settled(answers: object[], one = task(), retries = 0) {
	const script = answers.map(
		(answer) => ('answer' in answer ? answer : { answer, mayHaveRunBefore: false }) as Reply,
	);
	const called: string[] = [];
	const outcome = await settle(
		one,
		'cancelled',
		async (request) => {
			called.push(request.function);
			return script.shift()!;
		},
		retries,
	);
	expect(script).toEqual([]);
	return { outcome, called };
}

describe('a payment counts as cancelled', () => {
	it.each([
		['its own signed answer says so', [cancelled]],
		['it was before, and its status says so', [refused('5220'), info({ status: 'Cancelled' })]],
		[
			'a wrong signature is followed by a status that says so',
			[unverified, info({ status: 'Canceled' })],
		],
		[
			'an unclear try is followed by a refusal, and its status says so',
			[afterUnclear(refused('5202')), info({ status: 'Cancelled' })],
		],
	])('if %s', async (_, answers) => {
		const { outcome } = await settled(answers);
		expect(outcome).toMatchObject({ json: { number: '1' } });
	});

	it('if an earlier try of this run did it, though payments cancelled before are to fail', async () => {
		const answers = [afterUnclear(refused('5220')), info({ status: 'Cancelled' })];
		const { outcome } = await settled(answers, task('fail'));
		expect(outcome).toMatchObject({ json: { number: '1' } });
	});
});

describe('it is not said to be uncancelled', () => {
	it.each([
		[
			'Qvickly says that it was cancelled, but its status is still another',
			[refused('5220'), info({ status: 'Created' })],
		],
		[
			'an unclear try may still be under way',
			[afterUnclear(refused('5261')), info({ status: 'Created' })],
		],
		[
			'an unclear try came before a wrong signature',
			[afterUnclear(unverified), info({ status: 'Created' })],
		],
		['the status is missing', [unverified, info({})]],
		['the look-up is empty', [unverified, verified({})]],
		[
			'the look-up is about another payment',
			[unverified, info({ number: '2', status: 'Created' })],
		],
		['the look-up fails', [refused('5220'), reset]],
		['the code is unknown and the look-up fails', [refused('7777'), reset]],
		['Qvickly met an internal problem', [refused('9008')]],
		['a connection broke', [reset]],
		['a connection is refused after an unclear try', [afterUnclear(refusedConnection)]],
		[
			'the credentials are refused after an unclear try',
			[afterUnclear(refused('9013')), refused('9013')],
		],
	])('where %s', async (_, answers) => {
		const { outcome } = await settled(answers);
		expect(await settled(answers, task('fail'))).toMatchObject({ outcome });
		expect(outcome).toMatchObject({
			outcome: 'unknown',
			number: '1',
			message: expect.stringMatching(/^Payment 1 may have been cancelled: /),
		});
	});

	it('in a later round than the one that left it open', async () => {
		const open = [afterUnclear(unverified), info({ status: 'Created' })];
		const { outcome } = await settled(
			[...open, refused('5261'), info({ status: 'Created' })],
			task(),
			1,
		);
		expect(outcome).toMatchObject({ outcome: 'unknown' });
		const unreached = await settled([...open, refusedConnection], task(), 1);
		expect(unreached.outcome).toMatchObject({ outcome: 'unknown' });
	});
});

describe('it is said not to be cancelled by this run', () => {
	it.each([
		['Qvickly refuses', [refused('5209')], 'it has already been activated'],
		[
			'it was activated, whatever an earlier try did',
			[afterUnclear(refused('5209')), info({ status: 'Paid' })],
			'it has already been activated',
		],
		[
			'an unknown code is confirmed by its status',
			[refused('7777'), info({ status: 'Created' })],
			'Qvickly refused it with code 7777',
		],
		[
			'an answer that could not be trusted is followed by its status',
			[unverified, info({ status: 'Created' })],
			'its status at Qvickly is "Created"',
		],
	])('where %s', async (_, answers, reason) => {
		const { outcome } = await settled(answers);
		expect(outcome).toMatchObject({
			outcome: 'refused',
			message: `Payment 1 was not cancelled: ${reason}`,
		});
	});

	it('but had been cancelled before, where that is to fail', async () => {
		const answers = [refused('5220'), info({ status: 'Cancelled' })];
		const { outcome } = await settled(answers, task('fail'));
		expect(outcome).toMatchObject({
			outcome: 'alreadyDone',
			message: 'Payment 1 had already been cancelled before',
		});
	});

	it('nor was anything sent, where no connection could be made', async () => {
		const { outcome } = await settled([refusedConnection]);
		expect(outcome).toMatchObject({
			outcome: 'unreached',
			message: expect.stringMatching(/^Nothing was sent for payment 1 this time: /),
		});
	});
});

it('after a status that proves it uncancelled, another try is made, as often as allowed', async () => {
	const round = [unverified, info({ status: 'Created' })];
	const { outcome, called } = await settled([...round, ...round, cancelled], task(), 2);
	expect(outcome).toHaveProperty('json');
	expect(called.filter((name) => name === 'cancelPayment')).toHaveLength(3);
});

import { Tries } from '../../nodes/Qvickly/run/again';
import { isFailure, notAttempted } from '../../nodes/Qvickly/run/outcome';
import { settle } from '../../nodes/Qvickly/run/settle';
import type { Reply } from '../../nodes/Qvickly/transport/connect';
import {
	answered,
	creation,
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

const task = wish('cancel');
const failing = wish('cancel', { ifAlreadyCancelled: 'fail' });

/** Replies that leave the try in doubt. */
const unclear = {
	'an unsigned answer': unverified,
	'an unreadable answer': unreadable,
	'an answer about another payment': signed({ number: '2', status: 'Created' }),
	'an unknown code without a signature': refusal('5040'),
	'an internal problem': refusal('9008'),
	'an internal problem in signed data': refusal('9008', true),
	'a broken connection': reset,
	'HTTP 500': http(500),
	'HTTP 404': http(404),
};

describe('a change counts as done', () => {
	it('if its own signed answer says so', async () => {
		const { outcome } = await settled(task, [answered('Cancelled')]);
		expect(outcome).toMatchObject({ items: [{ number: '1', status: 'Cancelled' }] });
	});

	it('if it had been done before, and its status says so', async () => {
		const { outcome } = await settled(task, [refusal('5220'), info('Cancelled')]);
		expect(outcome).toHaveProperty('items');
	});

	it.each(Object.entries(unclear))(
		'if its status says so after %s, though what was done before is to fail',
		async (_, reply) => {
			const { outcome, called } = await settled(failing, [reply, info('Cancelled')]);
			expect(outcome).toHaveProperty('items');
			expect(called).toEqual(['cancelPayment', 'getPaymentinfo']);
		},
	);

	it('if its status says so though the answer did not, and what was done before is to fail', async () => {
		const { outcome } = await settled(failing, [answered('Created'), info('Cancelled')]);
		expect(outcome).toHaveProperty('items');
	});

	it.each(['5220', '5202', '5261'])(
		'if an earlier try of this run may have done it, and its status says so after %s',
		async (code) => {
			const { outcome } = await settled(failing, [reset, refusal(code), info('Cancelled')], 1);
			expect(outcome).toHaveProperty('items');
		},
	);
});

it('what had been done before is a failure where that is wanted, with how to let it pass', async () => {
	const { outcome } = await settled(failing, [refusal('5220'), info('Cancelled')]);
	expect(outcome).toMatchObject({
		outcome: 'alreadyDone',
		advice: expect.stringContaining('To let such payments pass'),
	});
});

it('what an earlier try left open stays open where this one gets no further', async () => {
	const expecting = wish('activate', { expectedAmount: '1' });
	const send = async () => await Promise.resolve(info('Created'));
	const tries = new Tries(0, undefined);
	expect(await settle(expecting, send, tries, true)).toMatchObject({
		outcome: 'unknown',
		message: expect.stringMatching(
			/^Payment 1 may have been activated by an earlier try\. Payment 1 was not activated: its total/,
		),
		advice: expect.stringContaining('run it again (nothing is activated twice)'),
	});
	expect(await settle(expecting, send, tries)).toHaveProperty('outcome', 'refused');
});

it('the advice of a refusal is given where it left all open, and not where another try did', async () => {
	const adviceOf = async (replies: Reply[], retries: number) => {
		const { outcome } = await settled(task, replies, retries);
		return isFailure(outcome) && outcome.outcome === 'unknown' && outcome.advice;
	};
	expect(await adviceOf([refusal('9008'), info('Created')], 0)).toMatch(/^Wait some minutes first/);
	expect(await adviceOf([reset, refusal('5202'), info('Created')], 1)).toMatch(/^To find out, run/);
});

it('what was not come to has the number of its payment, if it is about one', () => {
	expect(notAttempted(task)).toHaveProperty('number', '1');
	expect(notAttempted(creation())).not.toHaveProperty('number');
});

describe('a change may have been done', () => {
	it.each(Object.entries(unclear))(
		'if its status is still another one after %s, as the try may be under way',
		async (_, reply) => {
			for (const status of ['Created', 'Paid']) {
				const { outcome } = await settled(task, [reply, info(status)]);
				expect(outcome).toMatchObject({
					outcome: 'unknown',
					number: '1',
					message: expect.stringMatching(
						/^Payment 1 may have been cancelled: .*; asked for its status, /,
					),
					advice: expect.stringContaining('run it again (nothing is cancelled twice)'),
				});
			}
		},
	);

	it.each([
		[
			'Qvickly says that it was done, but its status is another',
			[refusal('5220'), info('Created')],
		],
		['the look-up has no status', [unverified, info('')]],
		['the look-up is empty', [unverified, signed({})]],
		['the look-up fails', [refusal('5220'), reset]],
		['the look-up cannot be sent', [reset, noConnection]],
		['the look-up is refused', [refusal('9008'), refusal('9008')]],
		[
			'it is said to be activated, but its status is another',
			[reset, refusal('5209'), info('Created')],
		],
		['an unclear try came before a signed status', [reset, answered('Created'), info('Created')]],
		['an unclear try came before a refusal', [reset, refusal('5261'), info('Created')]],
		['an unclear try came before no connection', [reset, noConnection, info('Created')]],
		[
			'an unclear try came before an account-wide refusal',
			[reset, refusal('9013'), refusal('9013')],
		],
	])('if %s', async (_, replies) => {
		const retries = replies.length - 2;
		for (const one of [task, failing]) {
			const { outcome } = await settled(one, replies, retries);
			expect(outcome).toHaveProperty('outcome', 'unknown');
		}
	});

	it('while the account is closed by a refusal after an unclear try', async () => {
		const { outcome } = await settled(task, [reset, refusal('9013'), reset], 1);
		expect(outcome).toMatchObject({ outcome: 'unknown', closes: { settles: 'account' } });
	});

	it('and is neither sent again nor looked up where a wait of more than a minute is asked for', async () => {
		const { outcome } = await settled(task, [http(503, 61)], 3);
		expect(outcome).toMatchObject({
			outcome: 'unknown',
			message: 'Payment 1 may have been cancelled: HTTP 503',
		});
	});
});

describe('a change was not done', () => {
	it.each([
		['5209', false],
		['5202', false],
		['5040', true],
	])(
		'if Qvickly refuses it with %s (signed: %j), which needs no look-up',
		async (code, isSigned) => {
			const { outcome } = await settled(task, [refusal(code, isSigned)], 2);
			expect(outcome).toMatchObject({
				outcome: 'refused',
				message: expect.stringMatching(/^Payment 1 was not cancelled: /),
				refusal: { code },
			});
			expect(outcome).not.toHaveProperty('closes');
		},
	);

	it.each(['9010', '9013', '5222'])('nor will any other of the account after %s', async (code) => {
		const { outcome } = await settled(task, [refusal(code)], 2);
		expect(outcome).toMatchObject({ outcome: 'refused', closes: { settles: 'account' } });
	});

	it('if it was activated, whatever an earlier try met', async () => {
		const { outcome } = await settled(task, [reset, refusal('5209'), info('Paid')], 1);
		expect(outcome).toMatchObject({
			outcome: 'refused',
			message: 'Payment 1 was not cancelled: it has already been activated',
			refusal: { code: '5209' },
		});
	});

	it('if it does not exist, whatever an earlier try met, as its look-up says too', async () => {
		const { outcome } = await settled(task, [reset, refusal('5201'), refusal('5201')], 1);
		expect(outcome).toMatchObject({
			outcome: 'refused',
			message: expect.stringContaining('does not exist at this merchant'),
		});
	});

	it('if a signed answer gives another status, and so does the look-up', async () => {
		const { outcome } = await settled(task, [answered('Created'), info('Created')]);
		expect(outcome).toMatchObject({
			outcome: 'refused',
			message: 'Payment 1 was not cancelled: its status at Qvickly is "Created"',
		});
	});

	it('by this run, if it had been done before, where that is to fail', async () => {
		const { outcome } = await settled(failing, [refusal('5220'), info('Cancelled')]);
		expect(outcome).toMatchObject({
			outcome: 'alreadyDone',
			message: 'Payment 1 had already been cancelled before',
			refusal: { code: '5220' },
		});
	});

	it('if no try can have arrived', async () => {
		const { outcome, called } = await settled(task, [noConnection, noConnection], 1);
		expect(outcome).toMatchObject({
			outcome: 'unreached',
			message: 'Payment 1 was not cancelled: no connection could be made (ECONNREFUSED)',
		});
		expect(called).toEqual(['cancelPayment', 'cancelPayment']);
	});
});

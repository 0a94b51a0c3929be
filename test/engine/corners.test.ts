import { created, errorOf, startMerchant, type Setting } from './merchant';

/** Cancels payment 1, whose calls meet these faults one after the other, and then none. */
async function cancelWith(faults: Array<string | undefined>, setting: Setting = {}) {
	let calls = 0;
	const till = await startMerchant({ payments: created(1), faults: () => faults[calls++] });
	const { success, failed } = await till.cancel(created(1), {
		node: { onError: 'continueErrorOutput' },
		...setting,
		options: { retries: 0, ...setting.options },
	});
	await till.sandbox.close();
	const error = failed[0] && errorOf(failed[0]);
	return {
		outcome: success.length > 0 ? 'done' : error?.details.outcome,
		message: error?.message,
		description: error?.description,
		sent: till.sent(),
		status: till.sandbox.payments.get(1)!.status,
	};
}

describe('a payment is not said to be uncancelled', () => {
	it.each(['unsignedUnderWay', 'unknownCodeUnderWay'])(
		'after %s, though its status is still Created: it is cancelled a second later',
		async (fault) => {
			const { outcome, message, status } = await cancelWith([fault]);
			expect({ outcome, status }).toEqual({ outcome: 'unknown', status: 'Cancelled' });
			expect(message).toMatch(/^Payment 1 may have been cancelled: .*"Created"$/);
		},
	);

	it('but a refusal inside signed data is believed, whatever its code', async () => {
		const till = await startMerchant({ payments: created(1) });
		till.sandbox.state.refuseInData = true;
		till.sandbox.state.refuse = () => '7777';
		const { error } = await till.cancel(created(1));
		await till.sandbox.close();
		expect(error?.message).toBe('Payment 1 was not cancelled: Qvickly refused it with code 7777');
		// It has no text for this code, and then none is quoted.
		expect(error?.description).not.toContain('""');
	});
});

describe('that nothing arrived is said only if nothing can have', () => {
	it('and not where a try was sent before the connection was refused', async () => {
		const till = await startMerchant({
			payments: created(1),
			faults: ({ function: name }) =>
				name === 'cancelPayment' ? 'badSignature:before' : undefined,
			// The sandbox is gone after its second answer.
			onCall: () => void (till.sandbox.calls.length === 2 && till.sandbox.close()),
		});
		const { error } = await till.cancel(created(1), { options: { retries: 1 } });
		expect(error?.message).toMatch(/^Payment 1 may have been cancelled: /);
	});

	it('as where no connection could be made at all', async () => {
		const till = await startMerchant({ payments: created(2) });
		await till.sandbox.close();
		const { error } = await till.cancel(created(2), { options: { retries: 1 } });
		expect(error?.message).toBe(
			'Payment 1 was not cancelled: no connection could be made (ECONNREFUSED)',
		);
		expect(error?.description).toContain('2 not reached (1, 2)');
	});

	it.each(['https:/localhost:1', 'https://user:word@localhost:1', 'https:localhost:1'])(
		'as with the address %s, for which nothing is sent',
		async (baseUrl) => {
			const { outcome, message, sent } = await cancelWith([], { credential: { baseUrl } });
			expect({ outcome, sent }).toEqual({ outcome: 'invalid', sent: [] });
			expect(message).not.toContain('word');
		},
	);
});

describe('when the tries end without a clear answer, one look-up', () => {
	it.each(['silence', 'internalError', 'http500', 'reset', 'html'])(
		'settles it if the payment is cancelled (%s)',
		async (fault) => {
			const { outcome, sent } = await cancelWith([fault], { options: { timeout: 1 } });
			expect({ outcome, sent }).toEqual({
				outcome: 'done',
				sent: ['cancelPayment 1', 'getPaymentinfo 1'],
			});
		},
	);

	it('leaves it unknown if that is not so', async () => {
		const { outcome, message } = await cancelWith(['internalError:before']);
		expect(outcome).toBe('unknown');
		expect(message).toBe(
			'Payment 1 may have been cancelled: Qvickly met an internal problem; asked for its status, its status at Qvickly is "Created"',
		);
	});

	it.each(['badSignature', 'noSignature', 'html', 'errorObject', 'internalError'])(
		'is made again where its answer is %s',
		async (fault) => {
			const faults = [undefined, fault];
			const till = await startMerchant({
				payments: [{ number: 1, status: 'Cancelled' }],
				faults: () => faults.shift(),
			});
			const { error } = await till.cancel(created(1), { options: { retries: 1 } });
			await till.sandbox.close();
			expect(error).toBeUndefined();
			expect(till.sent()).toEqual(['cancelPayment 1', 'getPaymentinfo 1', 'getPaymentinfo 1']);
		},
	);
});

describe('Retries', () => {
	it.each([0, 1, 3])('(%i) are the further tries of the whole item', async (retries) => {
		const { sent } = await cancelWith(Array(20).fill('badSignature:before'), {
			options: { retries },
		});
		// The call, its further tries, and the first try of the look-up.
		expect(sent).toHaveLength(2 + retries);
	});

	it('are shared with the look-up', async () => {
		const faults = ['http500:before', undefined, 'html'];
		const till = await startMerchant({
			payments: [{ number: 1, status: 'Cancelled' }],
			faults: () => faults.shift(),
		});
		const { error } = await till.cancel(created(1), { options: { retries: 1 } });
		await till.sandbox.close();
		expect(till.sent()).toEqual(['cancelPayment 1', 'cancelPayment 1', 'getPaymentinfo 1']);
		expect(error?.message).toContain('may have been cancelled');
	});
});

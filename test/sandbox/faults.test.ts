import { ask, sign, type Answer } from './client';
import { FAULTS } from './faults';
import { MERCHANT, startSandbox } from './sandbox';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
const payments = [{ number: 1000235, test: true }];

/** Cancels a payment at a sandbox whose first answer has the fault. */
async function cancelWith(fault: string, signal?: AbortSignal): Promise<Answer> {
	sandbox = await startSandbox({
		payments,
		faults: ({ earlier }) => (earlier === 0 ? fault : undefined),
	});
	return await ask(sandbox, 'cancelPayment', '{"number":"1000235"}', { signal });
}

afterEach(async () => await sandbox.close());

const signedRight = ({ hash, source }: Answer) => hash === sign(source, MERCHANT.secret);

/** What is to be seen of each fault that gives an answer. */
const ANSWERS: Record<string, (answer: Answer) => void> = {
	cutShort: ({ text, status }) => {
		expect(status).toBe(200);
		expect(text).toMatch(/^{"credentials":.*[^}]$/);
	},
	html: ({ text, headers }) => {
		expect(text).toMatch(/^<html>/);
		expect(headers.get('content-type')).toContain('text/html');
	},
	empty: ({ text, status }) => expect({ text, status }).toEqual({ text: '', status: 200 }),
	otherJson: ({ text }) => expect(JSON.parse(text)).toEqual({ status: 'ok' }),
	oversized: ({ text }) => expect(text.length).toBeGreaterThan(1_000_000),
	internalError: ({ code, status }) =>
		expect({ code, status }).toEqual({ code: '9008', status: 200 }),
	badSignature: (answer) => {
		expect(answer.data).toMatchObject({ number: '1000235', status: 'Cancelled' });
		expect(answer.hash).toMatch(/^[0-9a-f]{128}$/);
		expect(signedRight(answer)).toBe(false);
	},
	noSignature: ({ data, text, hash }) => {
		expect(data).toMatchObject({ number: '1000235', status: 'Cancelled' });
		expect({ hash, parsed: JSON.parse(text).credentials }).toEqual({
			hash: '',
			parsed: { logid: expect.any(String) },
		});
	},
	errorObject: ({ text }) =>
		expect(JSON.parse(text)).toEqual({ data: { error: expect.any(String) } }),
	otherPayment: (answer) => {
		expect(answer.data).toMatchObject({ number: '1000236', status: 'Cancelled' });
		expect(signedRight(answer)).toBe(true);
	},
	redirect: ({ status, headers }) => {
		expect(status).toBe(307);
		expect(headers.get('location')).toBe(`${sandbox.url}/elsewhere`);
	},
	retryAfter: ({ status, headers }) => {
		expect([status, headers.get('retry-after')]).toEqual([429, '1']);
	},
	retryMuchLater: ({ status, headers }) => {
		expect([status, headers.get('retry-after')]).toEqual([503, '3600']);
	},
};
for (const status of [400, 403, 404, 408, 429, 500, 502, 503, 504]) {
	ANSWERS[`http${status}`] = (answer) => expect(answer.status).toBe(status);
}

const WITHOUT_ANSWER = ['silence', 'late', 'reset', 'truncated'];

/** What is to be seen of each fault that answers while the call is under way. */
const UNDER_WAY: typeof ANSWERS = {
	unsignedUnderWay: ({ text }) => {
		expect(JSON.parse(text)).toEqual({ data: { error: expect.any(String) } });
	},
	unknownCodeUnderWay: ({ text }) => {
		expect(JSON.parse(text)).toEqual({ code: 5040, message: expect.any(String) });
	},
};

it('every fault is tested here', async () => {
	sandbox = await startSandbox();
	const tested = [ANSWERS, UNDER_WAY].flatMap(Object.keys).concat(WITHOUT_ANSWER);
	expect(tested.sort()).toEqual(Object.keys(FAULTS).sort());
});

describe.each(Object.keys(ANSWERS))('the fault %s', (name) => {
	it('is what it says, and the payment is cancelled', async () => {
		ANSWERS[name]?.(await cancelWith(name));
		expect(sandbox.payments.get(1000235, true)?.status).toBe('Cancelled');
		expect(sandbox.calls).toMatchObject([{ fault: name, changed: true }]);
	});

	it('with ":before" looks the same, but nothing is changed', async () => {
		ANSWERS[name]?.(await cancelWith(`${name}:before`));
		expect(sandbox.payments.get(1000235, true)?.status).toBe('Created');
		expect(sandbox.calls).toMatchObject([{ fault: `${name}:before`, changed: false }]);
	});
});

describe.each(Object.keys(UNDER_WAY))('the fault %s', (name) => {
	it.each([
		['', true, 'Cancelled'],
		[':before', false, 'Created'],
	])(
		'with "%s" changes nothing before it answers; afterwards: %j',
		async (when, changed, status) => {
			UNDER_WAY[name]?.(await cancelWith(name + when));
			expect(sandbox.payments.get(1000235, true)?.status).toBe('Created');
			expect(sandbox.calls).toMatchObject([{ changed: false }]);
			await sandbox.close();
			expect(sandbox.payments.get(1000235, true)?.status).toBe(status);
			expect(sandbox.calls).toMatchObject([{ changed }]);
		},
	);
});

it('a call that is under way is carried out by itself', async () => {
	sandbox = await startSandbox({ payments, late: 10, faults: () => 'unsignedUnderWay' });
	await ask(sandbox, 'cancelPayment', '{"number":"1000235"}');
	while (!sandbox.calls[0]?.changed) await ask(sandbox, 'getAccountinfo', '{"a":"1"}');
	expect(sandbox.payments.get(1000235, true)?.status).toBe('Cancelled');
});

describe.each(['reset', 'truncated'])('the fault %s', (name) => {
	it.each([
		['', 'Cancelled'],
		[':before', 'Created'],
	])('with "%s" breaks the connection and leaves the payment %s', async (when, status) => {
		await expect(cancelWith(name + when)).rejects.toThrow(/fetch failed|terminated/);
		expect(sandbox.payments.get(1000235, true)?.status).toBe(status);
	});
});

it.each([
	['late', 'Cancelled'],
	['late:before', 'Created'],
])('the fault %s gives no answer; the payment is %s only afterwards', async (fault, status) => {
	const stop = new AbortController();
	sandbox = await startSandbox({ payments, faults: () => fault });
	const arrived = new Promise((resolve) => (sandbox.state.onCall = resolve));
	const ended = ask(sandbox, 'cancelPayment', '{"number":"1000235"}', {
		signal: stop.signal,
	}).catch((reason: Error) => reason);
	await arrived;
	stop.abort();
	expect(await ended).toMatchObject({ name: 'AbortError' });
	expect(sandbox.payments.get(1000235, true)?.status).toBe('Created');
	await sandbox.close();
	expect(sandbox.payments.get(1000235, true)?.status).toBe(status);
});

it('the fault silence gives no answer while others are answered', async () => {
	const stop = new AbortController();
	sandbox = await startSandbox({
		payments,
		faults: ({ function: name }) => (name === 'cancelPayment' ? 'silence' : undefined),
	});
	const arrived = new Promise((resolve) => (sandbox.state.onCall = resolve));
	let answered = false;
	const silent = ask(sandbox, 'cancelPayment', '{"number":"1000235"}', { signal: stop.signal });
	const ended = silent.then(
		() => (answered = true),
		(reason: Error) => reason,
	);
	await arrived;
	for (let call = 0; call < 10; call++) await ask(sandbox, 'getAccountinfo', '{"a":"1"}');
	expect(answered).toBe(false);
	expect(sandbox.payments.get(1000235, true)?.status).toBe('Cancelled');
	stop.abort();
	expect(await ended).toMatchObject({ name: 'AbortError' });
});

it.each(['cancelPayment', 'activatePayment'])(
	'%s is not carried out with ":before"',
	async (name) => {
		sandbox = await startSandbox({ payments, faults: () => 'badSignature:before' });
		const { data } = await ask(sandbox, name, '{"number":"1000235"}');
		expect(data.status).not.toBe('Created');
		expect(sandbox.payments.get(1000235, true)?.status).toBe('Created');
		expect(sandbox.payments.changes).toEqual([]);
	},
);

import type { IWebhookFunctions } from 'n8n-workflow';

import { RESUME_PATH } from '../../nodes/Qvickly/actions/order/readTerms';
import { receive } from '../../nodes/Qvickly/trigger/callbacks';
import { resume } from '../../nodes/Qvickly/trigger/resume';
import { start } from '../../nodes/Qvickly/trigger/start';
import { INFO } from '../actions/tasks';
import { hashOf, SECRET, signedAnswer } from '../api/answers';
import { answering } from '../transport/posting';

type Payment = { status: string; orderid?: string; method?: string };

/** Counts executions, as each has an address of its own. */
let executions = 0;

/**
 * A node that is called, while Qvickly has these payments. One that is not there, or is null, cannot
 * be looked up.
 */
function called(
	payments: Record<string, Payment | null>,
	parameters: Record<string, unknown> = {},
) {
	const answers: Array<[number, string]> = [];
	const warnings: string[] = [];
	const asked: string[] = [];
	const path = `/webhook-waiting/${++executions}/${RESUME_PATH}`;
	const response = {
		status: (status: number) => ({
			send: (text: string) => ({ end: () => void answers.push([status, text]) }),
		}),
	};

	/** Calls it with what is reported. */
	async function report(
		number: unknown,
		status: string,
		how: { act?: typeof start; hash?: string } = {},
	) {
		const data = JSON.stringify({ number, orderid: 'P1', status, url: '' });
		const body = `{"credentials":{"hash":"${how.hash ?? hashOf(data)}"},"data":${data}}`;
		const context = {
			getCredentials: async () =>
				await Promise.resolve({
					merchantId: '12345',
					secret: parameters.secret ?? SECRET,
					baseUrl: '',
					testMode: true,
				}),
			getNode: () => ({ name: 'Qvickly' }),
			getNodeParameter: (name: string, preset: unknown) => parameters[name] ?? preset,
			evaluateExpression: (text: string) => parameters[text.slice('{{ $json.'.length, -3)],
			getRequestObject: () => ({ rawBody: Buffer.from(body), path, originalUrl: path }),
			getResponseObject: () => response,
			logger: { warn: (line: string) => void warnings.push(line) },
			helpers: {
				async httpRequest(request: { body: string }) {
					const one = JSON.parse(request.body).data.number as string;
					asked.push(one);
					const payment = payments[one];
					if (!payment) throw Object.assign(new Error('reset'), { code: 'ECONNRESET' });
					const PaymentData = { ...INFO.PaymentData, number: one, orderid: 'P1', ...payment };
					return await answering([
						signedAnswer(JSON.stringify({ ...INFO, number: one, PaymentData })),
					]).respond();
				},
			},
		} as unknown as IWebhookFunctions;
		const act = how.act ?? start;
		return await receive(context, async (callback) => await act(context, callback));
	}
	return { report, answers, warnings, asked };
}

const NOTHING = { webhookResponse: 'OK' };
const NO_MORE = { noWebhookResponse: true };

describe('a report that starts a workflow', () => {
	const events = ['paid', 'cancelled'];

	it('gives the payment as it is now, once for each call', async () => {
		const { report } = called({ 7: { status: 'Cancelled' } }, { events });
		expect(await report('7', 'Paid')).toEqual({
			workflowData: [
				[
					{
						json: expect.objectContaining({
							...{ number: '7', status: 'Cancelled', event: 'Paid', eventId: '7-Cancelled' },
						}),
					},
				],
			],
		});
	});

	it.each([
		['WaitingForPurchase', 'Paid'],
		['Pending', 'Denied'],
		['Created', 'Paid'],
		['Created', 'Cancelled'],
	])('comes again where the look-up still has %s and %s is reported', async (status, reported) => {
		const payments = { 7: { status } };
		const { report, answers, warnings } = called(payments, { events: ['all'] });
		expect(await report('7', reported)).toEqual(NO_MORE);
		expect(answers).toEqual([[503, 'Service Unavailable']]);
		expect(warnings).toEqual([
			`"Qvickly" answered a call with 503: payment 7 is not ${reported} yet`,
		]);
		payments[7].status = reported;
		expect(await report('7', reported)).toHaveProperty('workflowData');
	});

	it.each(['approved', 'created'])('starts what waits for %s, if it is both', async (event) => {
		const { report } = called({ 7: { status: 'Created' } }, { events: [event] });
		expect(await report('7', 'Approved')).toHaveProperty('workflowData');
	});

	it('has the ID of its event, whatever has become of the payment since', async () => {
		const { report } = called({ 7: { status: 'Factoring' } }, { events: ['created', 'approved'] });
		const idOf = async (status: string) =>
			(await report('7', status)).workflowData?.[0]?.[0]?.json.eventId;
		expect(await idOf('Created')).toBe('7-Created');
		expect(await idOf('Approved')).toBe('7-Approved');
	});

	it('is not looked up if its number is none', async () => {
		const { report, answers } = called({}, { events });
		expect(await report('9'.repeat(30), 'Paid')).toEqual(NO_MORE);
		expect(answers).toEqual([[503, 'Service Unavailable']]);
	});

	it('starts nothing that was not chosen', async () => {
		const { report } = called({ 7: { status: 'Denied' } }, { events });
		expect(await report('7', 'Denied')).toEqual(NOTHING);
	});

	it('has the output of its event', async () => {
		const { report } = called(
			{ 7: { status: 'Cancelled' }, 8: { status: 'Credited' } },
			{ events: ['all'], 'options.outputs': true },
		);
		const { workflowData } = await report('7', 'Cancelled');
		expect(workflowData?.map(({ length }) => length)).toEqual([0, 0, 0, 0, 0, 1, 0]);
		expect(await report('8', 'Paid')).toEqual(NOTHING);
	});

	it('is forged, unreadable, or of nobody: the log says so, without the signature', async () => {
		const { report, answers, warnings, asked } = called({ 7: { status: 'Paid' } }, { events });
		const hash = hashOf('something else');
		expect(await report('7', 'Paid', { hash })).toEqual(NO_MORE);
		expect(answers).toEqual([[401, 'Unauthorized']]);
		expect(warnings.join()).toContain('its signature is wrong or missing');
		expect(warnings.join()).not.toContain(hash);
		expect(asked).toEqual([]);

		const none = called({ 7: { status: 'Paid' } }, { events, secret: '' });
		await none.report('7', 'Paid', { hash: hashOf('x', '') });
		expect(none.answers).toEqual([[401, 'Unauthorized']]);
		expect(none.warnings.join()).toContain("'Secret' is empty in the Qvickly API credential");
	});

	it('is answered, whatever fails', async () => {
		const { report, answers } = called({ 7: { status: 'Paid' } }, { events });
		const act = async () => await Promise.reject(new Error('a mishap'));
		expect(await report('7', 'Paid', { act })).toEqual(NO_MORE);
		expect(answers).toEqual([[503, 'Service Unavailable']]);
	});
});

describe('a report to an execution that waits', () => {
	const waitedUntil = new Date(Date.now() + 60_000).toISOString();
	const waiting = (payments: Record<string, Payment | null>, more: object = {}) => {
		const node = called(payments, { waitedFor: '7', waitedUntil, ...more });
		return {
			...node,
			report: async (number: string, status: string) =>
				await node.report(number, status, { act: resume }),
		};
	};

	it.each<[string, object]>([
		['the time is over, as n8n goes on by itself', { waitedUntil: new Date().toISOString() }],
		['it does not wait for a payment', { waitedFor: undefined }],
	])('does not wake it up where %s', async (_, more) => {
		const { report, answers } = waiting({ 7: { status: 'Paid' } }, more);
		expect(await report('7', 'Paid')).toEqual(NO_MORE);
		expect(answers).toEqual([[503, 'Service Unavailable']]);
	});

	it.each([
		['Paid', 'paid'],
		['Created', 'accepted'],
		['Denied', 'denied'],
		['Cancelled', 'cancelled'],
		['Failed', 'failed'],
	])('wakes it up once with the outcome of %s', async (status, outcome) => {
		const { report } = waiting({ 7: { status, method: '8' } });
		const all = await Promise.all([1, 2, 3].map(async () => await report('7', status)));
		expect(all.filter((one) => one.workflowData)).toEqual([
			{ workflowData: [[{ json: expect.objectContaining({ number: '7', outcome }) }]] },
		]);
		expect(all.filter((one) => !one.workflowData)).toEqual([NOTHING, NOTHING]);
	});

	it('lets it sleep while nothing is decided', async () => {
		const { report } = waiting({ 7: { status: 'Pending' } });
		expect(await report('7', 'Pending')).toEqual(NOTHING);
	});

	it.each([
		['WaitingForPurchase', '8', 'Paid'],
		['Created', '2048', 'Paid'],
		['Created', '2048', 'Created'],
		['Pending', '1', 'Denied'],
	])(
		'comes again where the look-up still has %s (%s) and %s is reported',
		async (status, method, reported) => {
			const payments = { 7: { status, method } };
			const { report, answers } = waiting(payments);
			expect(await report('7', reported)).toEqual(NO_MORE);
			expect(answers).toEqual([[503, 'Service Unavailable']]);
			payments[7] = { status: reported, method: '8' };
			expect(await report('7', reported)).toHaveProperty('workflowData');
		},
	);

	it('comes again where the payment cannot be looked up', async () => {
		const { report, answers } = waiting({});
		expect(await report('7', 'Paid')).toEqual(NO_MORE);
		expect(answers).toEqual([[503, 'Service Unavailable']]);
	});

	it('is about another payment: nothing, unless it has come of the same order, and is paid', async () => {
		const paid = { status: 'Paid' };
		const open = { status: 'WaitingForPurchase' };
		expect(await waiting({ 7: open, 8: { ...paid, orderid: 'P2' } }).report('8', 'Paid')).toEqual(
			NOTHING,
		);
		expect(await waiting({ 7: open, 8: { status: 'Cancelled' } }).report('8', 'Cancelled')).toEqual(
			NOTHING,
		);
		const nameless = { orderid: '' };
		const { report } = waiting({ 7: { ...open, ...nameless }, 8: { ...paid, ...nameless } });
		expect(await report('8', 'Paid')).toEqual(NOTHING);
		expect(await waiting({ 7: open, 8: paid }).report('8', 'Paid')).toEqual({
			workflowData: [[{ json: expect.objectContaining({ number: '8', outcome: 'paid' }) }]],
		});
		const late = waiting({ 7: open, 8: open });
		expect(await late.report('8', 'Paid')).toEqual(NO_MORE);
		expect(late.answers).toEqual([[503, 'Service Unavailable']]);
		const lost = waiting({ 7: null, 8: paid });
		expect(await lost.report('8', 'Paid')).toEqual(NO_MORE);
		expect(lost.answers).toEqual([[503, 'Service Unavailable']]);
	});
});

import { startShop } from '../sandbox/shop';
import { changed, found, turnOn } from './exampleFlows';
import type { Node } from './nodes';
import { answersTo, callShop } from './reports';
import { n8n, sandbox, unique } from './running';
import { newPayments, recorded } from './workflow';

type Changes = Record<string, (node: Node) => object>;

let slack: Awaited<ReturnType<typeof startShop>>;

/** Turns the example on, with a Slack on this machine. @returns its address */
async function publish(changes: Changes = {}) {
	const path = `activate-${unique()}`;
	await turnOn(
		changed('paid-activate-slack', (node) => {
			const own: Changes = {
				Slack: ({ retryOnFail, onError }) => ({
					...callShop(slack.url, 'Slack'),
					...{ credentials: {}, retryOnFail, onError, waitBetweenTries: 10 },
				}),
				'Qvickly Trigger': ({ parameters }) => ({
					parameters: { ...parameters, options: { path } },
				}),
				...changes,
			};
			return own[node.name]?.(node);
		}),
	);
	return n8n.webhookUrl(path);
}

/** A payment that is reported to an address, and that the customer is at. */
function newPayment(callbackurl: string, seed: object = { method: 8 }) {
	const sections = { PaymentData: { callbackurl, returnmethod: 'POST' } };
	return newPayments(1, { status: 'WaitingForPurchase', sections, ...seed })[0]!;
}

/** What Slack was told of a payment. */
const told = (number: string) =>
	slack.received
		.map(({ body }) => (JSON.parse(body) as { text: string }).text)
		.filter((text) => text.includes(number));

const untilAnswered = async (number: string, status: number) =>
	await found(
		`an answer ${status}`,
		() => answersTo(number),
		(one) => one === status,
	);

const activations = (number: string) =>
	recorded([number]).calls.filter((call) => call.function === 'activatePayment');

export const describePaidActivateSlack = () =>
	describe('the example paid-activate-slack', () => {
		beforeAll(async () => (slack = await startShop()));
		afterAll(() => slack.close());
		beforeEach(() => {
			slack.received.length = 0;
			sandbox.callbacks.ways = { wait: () => 200 };
		});
		afterEach(() => {
			slack.answer = () => 200;
			sandbox.callbacks.ways = {};
			sandbox.state.faults = undefined;
		});

		let url: string;
		beforeAll(async () => (url = await publish()));

		it('activates what is reserved, and tells Slack once, however often it is reported', async () => {
			const number = newPayment(url);
			sandbox.payments.finish(number, 'paid');
			await sandbox.callbacks.idle();
			expect(sandbox.payments.truth(number)).toMatchObject({ status: 'Paid', stage: 'activated' });
			const text = `Payment ${number} (order order-${number}, 125.00 SEK) is activated.`;
			expect(told(number)).toEqual([text]);
			for (const status of ['Created', 'Paid'] as const) {
				sandbox.callbacks.report({ ...sandbox.payments.get(number)!, status });
				await sandbox.callbacks.idle();
			}
			expect(told(number)).toEqual([text]);
			expect(activations(number)).toHaveLength(1);
			expect(answersTo(number)).toEqual([200, 200, 200]);
		});

		it('activates nothing that is paid, and tells Slack', async () => {
			const number = newPayment(url, { method: 1024 });
			sandbox.payments.finish(number, 'paid');
			await sandbox.callbacks.idle();
			expect(told(number)).toEqual([
				expect.stringMatching(/is paid: Swish\. There is nothing to activate\.$/),
			]);
			expect(activations(number)).toEqual([]);
		});

		it('tells Slack what is not activated, and has nothing reported again', async () => {
			const number = newPayment(url, { method: 8, acquirerDown: true });
			sandbox.payments.finish(number, 'paid');
			await sandbox.callbacks.idle();
			expect(told(number)).toEqual([
				expect.stringContaining(`Payment ${number} was not activated: the card acquirer`),
			]);
			expect(sandbox.payments.truth(number)).toMatchObject({ status: 'Created' });
			expect(answersTo(number)).toEqual([200]);
		});

		it('says "may have been" where it is not known, is told again, and says what it is then', async () => {
			const number = newPayment(url);
			sandbox.state.faults = (call) => {
				const isLookUp = call.function === 'getPaymentinfo' && call.earlier === 0;
				return call.number === number && !isLookUp ? 'reset:before' : undefined;
			};
			sandbox.callbacks.ways = { wait: () => 400 };
			sandbox.payments.finish(number, 'paid');
			await untilAnswered(number, 500);
			expect(told(number)).toEqual([expect.stringContaining('may have been activated')]);
			sandbox.state.faults = undefined;
			await untilAnswered(number, 200);
			expect(told(number).slice(1)).toEqual([expect.stringMatching(/is activated\.$/)]);
			expect(sandbox.payments.truth(number)).toMatchObject({ status: 'Paid' });
		});

		it('loses no message while Slack takes none', async () => {
			const number = newPayment(url);
			slack.answer = () => 500;
			sandbox.payments.finish(number, 'paid');
			await untilAnswered(number, 500);
			slack.answer = () => 200;
			slack.received.length = 0;
			await untilAnswered(number, 200);
			expect(told(number)).toHaveLength(1);
			expect(activations(number)).toHaveLength(1);
		});

		it('tells Slack also where n8n can keep no more of what was told', async () => {
			const own = await publish({
				'Told before?': ({ parameters }) => ({
					parameters: { ...parameters, options: { scope: 'workflow', historySize: 1 } },
				}),
			});
			const numbers = [newPayment(own), newPayment(own)];
			for (const number of numbers) {
				sandbox.payments.finish(number, 'paid');
				await untilAnswered(number, 200);
				expect(told(number)).toHaveLength(1);
			}
			expect(answersTo(numbers[1]!)).toEqual([500, 200]);
		});

		it('claims nothing if its Qvickly node is deactivated', async () => {
			const number = newPayment(await publish({ Qvickly: () => ({ disabled: true }) }));
			sandbox.payments.finish(number, 'paid');
			await sandbox.callbacks.idle();
			expect(told(number)).toEqual([
				expect.stringMatching(/is not activated: the node Qvickly is deactivated\.$/),
			]);
			expect(activations(number)).toEqual([]);
		});
	});

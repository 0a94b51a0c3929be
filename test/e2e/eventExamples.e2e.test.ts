import { describePaidActivateSlack } from './activateExample';
import { changed, found, turnOn } from './exampleFlows';
import { startMailbox } from './mailbox';
import type { Node } from './nodes';
import { callsFor, made, newOrder } from './orders';
import { waiting } from './reports';
import { n8n, sandbox, unique } from './running';
import { until } from './until';

type Order = Awaited<ReturnType<Awaited<ReturnType<typeof publish>>>>;

const LINES = [{ sku: 'K-1', name: 'Bok', qty: 2, price: { amount: '49.50' }, vat: 6 }];
const MAILBOX = 'Mailbox of the examples';

let mailbox: Awaited<ReturnType<typeof startMailbox>>;

/** What was mailed about an order. */
const mailsOf = (order: string) =>
	mailbox.mails
		.map((mail) => {
			const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(mail)?.[1];
			const text = mail.slice(mail.indexOf('\n\n')).replaceAll('=\n', '').replaceAll('=3D', '=');
			return { to: header('To'), subject: header('Subject') ?? '', text };
		})
		.filter(({ subject }) => subject.includes(order));

const mailOf = async (order: string, subject: string, seconds?: number) =>
	await found(
		`the mail "${subject}"`,
		() => mailsOf(order),
		(mail) => mail.subject.includes(subject),
		seconds,
	);

/** Turns the example on, with a mail server on this machine. @returns what posts an order to it */
async function publish(changes: Record<string, (node: Node) => object> = {}) {
	const path = `wait-${unique()}`;
	const id = await turnOn(
		changed('pay-link-wait', (node) => ({
			...(node.name === 'New order' && {
				parameters: { ...node.parameters, path },
				webhookId: path,
			}),
			...(node.credentials &&
				'smtp' in node.credentials && {
					...{ credentials: { smtp: { name: MAILBOX } }, waitBetweenTries: 10 },
				}),
			...changes[node.name]?.(node),
		})),
	);
	return async (lines: object[] = LINES, order = newOrder()) => {
		const before = (await n8n.executions(id)).length;
		const response = await fetch(n8n.webhookUrl(path), {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ order, email: 'anna@example.com', lines }),
		});
		expect(response.status).toBe(200);
		const execution = await until('the execution', 30, async () => {
			const all = await n8n.executions(id);
			return all.length > before ? all[0]!.id : undefined;
		});
		/** The payment, once the execution sleeps. */
		const payment = async () => {
			await waiting(execution);
			return sandbox.payments.get(made(order)[0]!.number)!;
		};
		return { order, execution, payment };
	};
}

const orderOnce = async (changes: Parameters<typeof publish>[0]) =>
	await (
		await publish(changes)
	)();

const forAMinute = {
	'Wait for Payment': ({ parameters }: Node) => ({
		parameters: { ...parameters, waitLimit: '1 minute' },
	}),
};

const neverReminds = {
	'Can it still be paid?': ({ parameters }: Node) => ({
		parameters: JSON.parse(JSON.stringify(parameters).replace('$runIndex < 3', '$runIndex < 0')),
	}),
};

const off = () => ({ disabled: true });

/** Orders with which nothing happens for a minute, in which the tests of the other examples run. */
let late: Record<'open' | 'paid' | 'unknown' | 'enough', Order>;

beforeAll(async () => {
	mailbox = await startMailbox();
	await n8n.createCredential('smtp', MAILBOX, mailbox.account);
	const post = await publish(forAMinute);
	const enough = await orderOnce({ ...forAMinute, ...neverReminds });
	late = { open: await post(), paid: await post(), unknown: await post(), enough };
	sandbox.payments.turn(await late.paid.payment(), 'Paid');
	(await late.unknown.payment()).infoWithout = ['number', 'status'];
});
afterAll(async () => await mailbox.close());
afterEach(() => {
	mailbox.state.refuses = false;
	sandbox.state.faults = undefined;
});

describePaidActivateSlack();

describe('the example pay-link-wait', () => {
	let post: Awaited<ReturnType<typeof publish>>;
	beforeAll(async () => (post = await publish()));

	it.each([
		['paid', 1024, 'it is paid.'],
		['accepted', 8, 'it is accepted, but not charged yet. Activate payment'],
	])('mails a link, sleeps, and has it delivered when it is %s', async (_, method, said) => {
		const { order, payment } = await post();
		const { number, url } = await payment();
		expect(mailsOf(order)).toEqual([
			expect.objectContaining({ to: 'anna@example.com', subject: `Your order ${order}` }),
		]);
		expect(mailsOf(order)[0]!.text.split('\n')).toContain(url);
		sandbox.payments.finish(number, 'paid', { method });
		const { to, text } = await mailOf(order, `Deliver order ${order}`);
		expect([to, text]).toEqual(['orders@example.com', expect.stringContaining(said)]);
		expect(mailsOf(order)).toHaveLength(2);
	});

	it.each(['denied', 'cancelled', 'failed'] as const)('tells the shop of %s', async (ending) => {
		const { order, payment } = await post();
		const { number } = await payment();
		sandbox.payments.finish(number, ending);
		const { text } = await mailOf(order, 'do not deliver yet');
		expect(text.toLowerCase()).toContain(`payment ${number} is ${ending}.`);
		expect(mailsOf(order)).toHaveLength(2);
	});

	it('has the link sent by hand if it cannot be mailed, and waits all the same', async () => {
		mailbox.state.refuses = 'anna@example.com';
		const { order, payment } = await post();
		const { number, url } = await payment();
		expect(mailsOf(order)).toHaveLength(1);
		const { text } = await mailOf(order, 'send the pay link by hand');
		expect(text).toContain(`Send this link by hand: ${url}`);
		sandbox.payments.finish(number, 'paid', { method: 1024 });
		await mailOf(order, 'Deliver');
	});

	it('says why there is no link, and mails none', async () => {
		const [line] = LINES;
		const { order } = await post([{ ...line, price: { amount: '1,250' } }]);
		expect((await mailOf(order, 'no pay link was made')).text).toContain('"1,250"');
		expect(made(order)).toEqual([]);
		const twice = await post();
		await twice.payment();
		await post(LINES, twice.order);
		const { text } = await mailOf(twice.order, 'no pay link was made');
		expect(text).toContain('exists already');
		expect(made(twice.order)).toHaveLength(1);
		expect(mailsOf(twice.order)).toHaveLength(2);
	});

	it('says that a link was perhaps made, and mails none', async () => {
		const order = newOrder();
		sandbox.state.faults = ({ subject }) => (subject === order ? 'reset' : undefined);
		await post(LINES, order);
		expect((await mailOf(order, 'perhaps a pay link was made')).text).toMatch(/look/i);
		expect(callsFor(order)).toHaveLength(1);
		expect(mailsOf(order)).toHaveLength(1);
	});

	it.each([
		['Create pay link', 'no pay link was made'],
		['Wait for Payment', 'do not deliver yet'],
	])('claims nothing if its node %s is deactivated', async (name, said) => {
		const { order } = await orderOnce({ [name]: off });
		expect((await mailOf(order, said)).text).toContain('is deactivated');
		expect(mailsOf(order).map(({ subject }) => subject)).not.toContain(`Deliver order ${order}`);
	});

	it('reminds who has not paid, with the same link, and has it delivered once it is paid', async () => {
		const { order, payment } = late.open;
		const { text } = await mailOf(order, 'is not paid yet', 150);
		const { number, url } = await payment();
		expect(text.split('\n')).toContain(url);
		sandbox.payments.finish(number, 'paid', { method: 1024 });
		expect((await mailOf(order, 'Deliver')).text).toContain('it is paid.');
		expect(mailsOf(order)).toHaveLength(3);
	}, 180_000);

	it('reminds nobody who has paid though no report of it came', async () => {
		const { order } = late.paid;
		expect((await mailOf(order, 'Deliver')).text).toContain('it is paid.');
		expect(mailsOf(order)).toHaveLength(2);
	});

	it('reminds nobody where the payment cannot be looked up, and tells the shop', async () => {
		const { order } = late.unknown;
		expect((await mailOf(order, 'do not deliver yet')).text).toContain('could not be looked up');
		expect(mailsOf(order)).toHaveLength(2);
	});

	it('tells the shop where enough was reminded', async () => {
		const { order } = late.enough;
		const { text } = await mailOf(order, 'do not deliver yet');
		expect(text).toContain('is WaitingForPurchase.');
		expect(mailsOf(order)).toHaveLength(2);
	});
});

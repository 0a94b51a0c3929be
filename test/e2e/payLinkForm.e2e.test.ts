import { example } from '../examples';
import { startMailbox } from './mailbox';
import { callsFor, made, newOrder } from './orders';
import { n8n, sandbox } from './running';
import { until } from './until';

afterEach(() => {
	sandbox.state.faults = undefined;
});

describe('the example pay-link-form', () => {
	let mailbox: Awaited<ReturnType<typeof startMailbox>>;
	beforeAll(async () => {
		mailbox = await startMailbox();
		await n8n.createCredential('smtp', 'SMTP account', mailbox.account);
		await n8n.activate(await n8n.createWorkflow(example('pay-link-form')));
	});
	afterAll(async () => await mailbox.close());
	afterEach(() => {
		mailbox.state.refuses = false;
		mailbox.mails.length = 0;
	});

	/** Fills in the form as a browser does, and reads the page that it ends with. */
	async function submit(values: string[]) {
		const form = new FormData();
		values.forEach((value, index) => form.append(`field-${index}`, value));
		const answer = await fetch(`${n8n.url}/form/pay-link`, { method: 'POST', body: form });
		const { formWaitingUrl } = (await answer.json()) as { formWaitingUrl: string };
		const status = new URL(formWaitingUrl);
		status.pathname += '/n8n-execution-status';
		await until('the last page of the form', 20, async () => {
			const now = await (await fetch(status)).text();
			return now === 'form-waiting' || undefined;
		});
		return await (await fetch(formWaitingUrl)).text();
	}

	it('mails a link that can be paid, and says so', async () => {
		const order = newOrder();
		const page = await submit([order, 'anna@example.com', 'Bok', '1250.50', '6']);
		const [payment] = made(order);
		expect(payment).toMatchObject({ method: 256, withtax: 125050 });
		expect(mailbox.mails).toHaveLength(1);
		const [mail = ''] = mailbox.mails;
		expect(mail).toContain('To: anna@example.com');
		expect(mail).toContain('1250.50 kr for "Bok"');
		const { url } = sandbox.payments.get(payment!.number)!;
		expect(mail.split('\n')).toContain(url);
		expect(page).toContain('The pay link is mailed');
		expect(page).toContain(url);
	});

	it('shows the link if the mail server does not take the mail, and says that it did not', async () => {
		const order = newOrder();
		mailbox.state.refuses = true;
		const page = await submit([order, 'anna@example.com', 'Bok', '1250.50', '6']);
		const { url } = sandbox.payments.get(made(order)[0]!.number)!;
		expect(page).toContain('The pay link is made, but not mailed');
		expect(page).toContain(url);
		expect(page).toContain('no such person');
		expect(mailbox.mails).toEqual([]);
	});

	it('mails nothing if there is no link, and says why', async () => {
		const order = newOrder();
		const page = await submit([order, 'anna@example.com', 'Bok', '1,250', '6']);
		expect(page).toContain('No pay link was made');
		expect(page).toContain('cannot be read as unit price');
		expect(made(order)).toEqual([]);
		expect(mailbox.mails).toEqual([]);
	});

	it('says that a link was perhaps made, and mails nothing, if no clear answer came', async () => {
		const order = newOrder();
		sandbox.state.faults = ({ subject }) => (subject === order ? 'reset' : undefined);
		const page = await submit([order, 'anna@example.com', 'Bok', '1250.50', '6']);
		expect(page).toContain('Perhaps a pay link was made');
		expect(page).toMatch(/look/i);
		expect(callsFor(order)).toHaveLength(1);
		expect(mailbox.mails).toEqual([]);
	});
});

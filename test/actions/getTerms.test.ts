import { getTerms } from '../../nodes/Qvickly/actions/account/getTerms.operation';
import type { Read } from '../../nodes/Qvickly/actions/operation';
import { problemOf, sentFor, taskOf, verified } from './tasks';

const CARD = { type: 'card', amount: '1 250,50' };
const PART = { type: 'partPayment', planId: '3', amount: '100' };

it('asks for the terms of a type and an amount', () => {
	expect(sentFor(getTerms, CARD)).toEqual({
		PaymentData: { method: '8' },
		Cart: { Total: { withtax: '125050' } },
	});
	expect(sentFor(getTerms, PART).PaymentData).toEqual({ method: '4', paymentplanid: '3' });
});

it.each([
	[{ ...CARD, type: 'swish' }, `"swish" is no value of 'Type'`],
	[{ ...CARD, amount: '' }, `"" in 'Amount' is not an amount`],
	[{ ...CARD, amount: '1,250' }, `"1,250" in 'Amount' is not an amount`],
	[{ ...PART, planId: '' }, `"" in 'Payment Plan' is no payment plan`],
])('refuses %j', (fields, problem) => {
	expect(problemOf(getTerms, fields)).toBe(problem);
});

const call = () => taskOf(getTerms, CARD).call as Read;
const page = (html: string) => call().page!(html);

const PAGE = '<!DOCTYPE html>\n<html><body>Villkor</body></html>\n';

it.each([
	...[PAGE, '<html><p>Villkor</p></HTML>', '\n<p>Villkor', '<!-- a --><div>Villkor</div>'],
	...[`\ufeff${PAGE}`, `${PAGE}<!-- 0.1 s -->`, `<?xml version="1.0"?>${PAGE}`],
])('gives the page %j', (html) => {
	expect(page(html)).toEqual({ items: [{ method: '8', html }] });
});

it.each([
	...['', 'Villkor', PAGE.slice(0, -10), '{"a":"<p>"}', '<', PAGE.slice(0, 20)],
	...[`<!-- a -->${PAGE.slice(0, -10)}`, `<meta>${PAGE.slice(15, -10)}`],
])('takes %j for no whole page', (html) => {
	expect(page(html)).toHaveProperty('open');
});

it('gives terms that come in signed data, as the table of the documentation has it', () => {
	expect(call().result(verified({ terms: PAGE }))).toEqual({
		items: [{ method: '8', html: PAGE }],
	});
	expect(call().result(verified({ terms: 5 }))).toHaveProperty('open');
});

it('takes no part of a page for the whole, wherever it was cut', () => {
	const xml = `<?xml version="1.0"?>${PAGE}`;
	for (const whole of [PAGE, xml, `<!-- a -->${PAGE}`]) {
		const end = whole.indexOf('</html>') + '</html>'.length;
		const cuts = Array.from({ length: end }, (_, length) => whole.slice(0, length));
		// Before <html> nothing tells a comment from a page that is no more than that.
		const told = cuts.filter((cut) => cut.includes('<!DOCTYPE') || !cut.includes('>'));
		expect(told.length).toBeGreaterThan(40);
		expect(told.filter((cut) => 'items' in page(cut))).toEqual([]);
	}
});

import { addLogNote } from '../../nodes/Qvickly/actions/payment/addLogNote.operation';
import { problemOf, sentFor, taskOf, verified } from './tasks';

const HASH = '202405032367858ea08652bd62a7b0ab42569f24';
const NOTE = { invoiceHash: HASH, text: 'Sent' };

it.each([
	HASH,
	` ${HASH} `,
	`https://api.qvickly.io/invoice/12345/${HASH}`,
	`https://api.qvickly.io/invoice/12345/${HASH}/?a=1#b`,
	// The file of an invoice, as getInvoicesByPno gives it.
	`http://www.combain.com/mexc/customerinvoices/${HASH}.pdf`,
])('writes the note for the invoice %s', (invoiceHash) => {
	expect(sentFor(addLogNote, { ...NOTE, invoiceHash })).toEqual({
		...{ hash: HASH, body: { text: 'Sent' } },
	});
});

it.each(['', '1000235', null, {}, 'https://api.qvickly.io/', 'a b c'])(
	'refuses the invoice %j',
	(invoiceHash) => {
		expect(problemOf(addLogNote, { ...NOTE, invoiceHash })).toMatch(/ is no address of an invoice/);
	},
);

it('writes typographic characters plainly, as Qvickly cannot store them', () => {
	expect(sentFor(addLogNote, { ...NOTE, text: ' “Sent” – today… ' })).toHaveProperty(
		'body.text',
		'"Sent" - today...',
	);
	expect(() => taskOf(addLogNote, { ...NOTE, text: 'Skickad 🎉' })).toThrow(/U\+1F389/);
});

it.each([
	['', 'the note has no text'],
	['  ', 'the note has no text'],
	['Sent at %(time)', 'Qvickly would replace "%(time)" in \'Text\''],
])('refuses the text %j', (text, problem) => {
	expect(problemOf(addLogNote, { ...NOTE, text })).toBe(problem);
});

it('is written once, and done on OK alone', () => {
	const { call, subject } = taskOf(addLogNote, NOTE);
	expect({ kind: call.kind, subject }).toEqual({ kind: 'once', subject: `invoice ${HASH}` });
	expect(call.result(verified({ result: 'OK' }))).toEqual({
		items: [{ hash: HASH, result: 'OK' }],
	});
	expect(call.result(verified({ result: 'NOK' }))).toHaveProperty('open');
	expect(call.result(verified({ none: '' }))).toHaveProperty('open');
});

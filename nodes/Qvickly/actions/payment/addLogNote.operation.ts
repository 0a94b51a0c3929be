import { toText } from '../../api/answer';
import { encodeRequest } from '../../api/envelope';
import type { Meanings } from '../../api/refusals';
import { plainText } from '../../api/text';
import type { Operation } from '../operation';
import { show } from '../problem';

/** What tells an invoice from others: the last part of its address, and the name of its file. */
const HASH = /(?:^|\/)([0-9a-z]{10,})(?:\.pdf)?\/?(?:[?#].*)?$/i;

/** What Qvickly would replace, as `%(name)`. */
const PLACEHOLDER = /%\([^)]*\)/;

/** Source: Qvickly's page "Error codes". */
const NOTE_REFUSALS: Meanings = {
	6010: {
		reason: 'Qvickly does not know the invoice',
		advice:
			"Check 'Invoice URL or Hash'. An invoice made in test mode is only found with 'Test Mode' on in the credential, a live one only with it off.",
		settles: 'matter',
	},
};

/** Writes a note into the log of an invoice. Source: Qvickly's page "updateStatusLogOfInvoiceByHash". */
export const addLogNote: Operation = {
	option: {
		name: 'Add Log Note',
		value: 'addLogNote',
		action: 'Add log note to payment',
		description: "Write a note into an invoice's log, which Qvickly's portal shows",
	},
	toolDescription:
		"Writes a note into the log of an invoice at Qvickly, which its portal shows. A note cannot be undone; never call it again after an unclear answer. Invoice_URL_or_Hash is the invoice's address, or the code at its end; never guess it.",
	kind: 'once',
	done: 'given the note',
	fields: [
		{
			displayName: 'Invoice URL or Hash',
			name: 'invoiceHash',
			type: 'string',
			required: true,
			default: '',
			placeholder:
				'e.g. https://api.qvickly.io/invoice/12345/202405032367858ea08652bd62a7b0ab42569f24',
			description:
				"The invoice's address, the URL of its payment, or the hash at its end, which Get Many by personal number gives",
		},
		{
			displayName: 'Text',
			name: 'text',
			type: 'string',
			typeOptions: { rows: 2 },
			required: true,
			default: '',
			placeholder: 'e.g. Sent with parcel 12345',
			description: 'What the note says',
		},
	],
	options: [],
	prepare(field) {
		const hash = HASH.exec(toText(field('invoiceHash')).trim())?.[1];
		if (hash === undefined) {
			return {
				problem: `${show(field('invoiceHash'))} is no address of an invoice, nor its hash`,
				advice: "Give 'Invoice URL or Hash' the url of a payment that has an invoice.",
			};
		}
		const text = plainText(toText(field('text')).trim());
		if (text === '') return { problem: 'the note has no text', advice: "Fill in 'Text'." };
		const [placeholder] = PLACEHOLDER.exec(text) ?? [];
		if (placeholder !== undefined) {
			return {
				problem: `Qvickly would replace ${show(placeholder)} in 'Text'`,
				advice: 'Write it in another way, for instance with square brackets.',
			};
		}
		return {
			subject: `invoice ${hash}`,
			call: {
				kind: 'once',
				request: encodeRequest('updateStatusLogOfInvoiceByHash', { hash, body: { text } }),
				done: 'given the note',
				trace: 'the note in its log',
				refusals: NOTE_REFUSALS,
				result(data) {
					const result = toText(data.result);
					return result.toUpperCase() === 'OK'
						? { items: [{ hash, result }] }
						: { open: `Qvickly answered with result "${result}"` };
				},
			},
		};
	},
};

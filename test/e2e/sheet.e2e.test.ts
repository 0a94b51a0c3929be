import type { Node } from './nodes';
import { newSheet, readSheet } from './readSheet';
import { deployTrigger } from './reports';
import { n8n, sandbox, unique } from './running';
import { newPayments } from './workflow';

const COLUMNS = ['number', 'orderid', 'status', 'method', 'total'];

/** Lets what has been through it before, in whichever execution, not pass again. */
const once: Node = {
	name: 'Once',
	type: 'n8n-nodes-base.removeDuplicates',
	typeVersion: 2,
	parameters: {
		operation: 'removeItemsSeenInPreviousExecutions',
		dedupeValue: '={{ $json.eventId }}',
		options: {},
	},
};

/** Makes a line of a payment. */
const line: Node = {
	name: 'Line',
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	parameters: {
		mode: 'raw',
		jsonOutput: `={{ { line: [${COLUMNS.map((name) => `$json.${name}`).join(', ')}].join() + "\\n" } }}`,
		options: {},
	},
};

const file: Node = {
	name: 'File',
	type: 'n8n-nodes-base.convertToFile',
	typeVersion: 1.1,
	parameters: { operation: 'toText', sourceProperty: 'line', options: {} },
};

/** Adds what it gets to a file. */
const append = (fileName: string): Node => ({
	name: 'Append',
	type: 'n8n-nodes-base.readWriteFile',
	typeVersion: 1,
	parameters: { operation: 'write', fileName, options: { append: true } },
});

/** A workflow that adds a row to a sheet for each event, and the sheet, which has its columns' names. */
async function deploySheet() {
	const path = newSheet(n8n.folder, `payments-${unique()}.csv`, COLUMNS);
	const nodes = [once, line, file, append(path)];
	// Each is answered once its execution is over: n8n's Remove Duplicates reads what it has seen, and
	// writes it back, so that executions at the same time forget each other's.
	const trigger = { events: ['all'], responseMode: 'lastNode' };
	const { id, report } = await deployTrigger(trigger, nodes);
	const rows = async (executions: number) => {
		expect(await n8n.executions(id)).toHaveLength(executions);
		return readSheet(path);
	};
	return { report, rows };
}

describe('Qvickly Trigger → Remove Duplicates → a row in a sheet', () => {
	it('has a row for each event, also where it is reported often, late, and in another shape', async () => {
		const { report, rows } = await deploySheet();
		const [card = ''] = newPayments(1, { status: 'Created', method: 8, withtax: 12345 });
		const [gone = ''] = newPayments(1, { status: 'Cancelled', method: 1024, withtax: 99 });
		const [big = ''] = newPayments(1, { status: 'Paid', method: 1024, withtax: 123456700 });

		await report({ number: card, status: 'Created' });
		await report({ number: card, status: 'Created' }, { shape: 'form' });
		expect(await rows(2)).toHaveLength(1);
		sandbox.payments.get(card)!.status = 'Paid';
		await report({ number: card });
		// What was reported first may come last.
		await report({ number: card, status: 'Created' }, { shape: 'query' });
		await report({ number: big });
		await report({ number: gone, status: 'Cancelled' });
		await report({ number: big });

		const rowOf = (number: string, status: string, method: string, total: string) => ({
			...{ number, orderid: `order-${number}`, status, method, total },
		});
		expect(await rows(7)).toEqual([
			rowOf(card, 'Created', 'Card', '123.45'),
			rowOf(card, 'Paid', 'Card', '123.45'),
			rowOf(big, 'Paid', 'Swish', '1234567.00'),
			rowOf(gone, 'Cancelled', 'Swish', '0.99'),
		]);
	});
});

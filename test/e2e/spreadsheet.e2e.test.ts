import writeXlsxFile from 'write-excel-file/node';

import { extract, qvickly, respond } from './nodes';
import { deploy, fields, newPayments, recorded } from './workflow';

const number = "={{ $json['payment number'] }}";

/** As a browser uploads it. */
function upload(name: string, content: string | Uint8Array, type: string) {
	const form = new FormData();
	form.append('data', new Blob([content], { type }), name);
	return form;
}

const start = (kind: 'csv' | 'xlsx') =>
	deploy([extract(kind), qvickly(number), respond], ['Webhook > Rows > Qvickly > Respond']);

describe('Webhook with a file → Extract From File → Qvickly', () => {
	it('cancels the payments of an uploaded CSV, in the order of its rows', async () => {
		const numbers = newPayments(3);
		const rows = numbers.map((one, index) => `F-${index},${one}`);
		const { post } = await start('csv');
		const { text, output } = await post(
			upload('payments.csv', ['invoice,payment number', ...rows].join('\n'), 'text/csv'),
		);
		expect(fields(output('Rows'))).toContainEqual({ invoice: 'F-0', 'payment number': numbers[0] });
		expect(JSON.parse(text)).toMatchObject(
			numbers.map((one) => ({ number: one, status: 'Cancelled' })),
		);
		expect(recorded(numbers)).toMatchObject({ cancelled: numbers, calls: { length: 3 } });
	});

	it('takes a CSV from Excel: with a byte order mark, quotes, and spaces around the number', async () => {
		const numbers = newPayments(2);
		const rows = numbers.map((one) => `" ${one} ","Åberg"`);
		const { post } = await start('csv');
		const { text } = await post(
			upload('payments.csv', ['\uFEFFpayment number,name', ...rows, ''].join('\r\n'), 'text/csv'),
		);
		expect(JSON.parse(text)).toMatchObject(numbers.map((one) => ({ number: one })));
		expect(recorded(numbers).cancelled).toEqual(numbers);
	});

	it('cancels the payments of an XLSX, whether a cell holds text or a number', async () => {
		const [text = '', numeric = ''] = newPayments(2);
		const sheet = await writeXlsxFile([
			[{ value: 'payment number', fontWeight: 'bold' }, { value: 'invoice' }],
			[{ value: text, type: String }, { value: 'F-0' }],
			[{ value: Number(numeric), type: Number }, { value: 'F-1' }],
		]).toBuffer();
		const { post } = await start('xlsx');
		const answer = await post(upload('payments.xlsx', new Uint8Array(sheet), XLSX));
		expect(fields(answer.output('Rows')).map((row) => row['payment number'])).toEqual([
			text,
			Number(numeric),
		]);
		expect(JSON.parse(answer.text)).toMatchObject([{ number: text }, { number: numeric }]);
		expect(recorded([text, numeric])).toMatchObject({
			cancelled: [text, numeric],
			calls: { length: 2 },
		});
	});

	it('sends nothing for any row if one of them is not a payment number', async () => {
		const [good = ''] = newPayments(1);
		const { post } = await start('csv');
		const { status, error } = await post(
			upload('payments.csv', `payment number\n${good}\n1.0E+06\n`, 'text/csv'),
		);
		expect(status).toBe('error');
		expect(error.message).toContain('"1.0E+06"');
		expect(recorded([good])).toEqual({ cancelled: [], calls: [] });
	});
});

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

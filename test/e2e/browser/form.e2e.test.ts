import type { Page } from 'playwright-core';
import writeXlsxFile from 'write-excel-file/node';

import { example } from '../../examples';
import { readSheet } from '../readSheet';
import { n8n } from '../running';
import { newPayments, recorded } from '../workflow';
import { itInBrowser, picture } from './chromium';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe('the example with a form', () => {
	beforeAll(async () => await n8n.activate(await n8n.createWorkflow(example('form'))));

	/** Fills in the form as a colleague would. */
	async function submit(page: Page, name: string, mimeType: string, content: string | Uint8Array) {
		await page.goto(`${n8n.url}/form/cancel-payments-upload`);
		const buffer = Buffer.from(content);
		await page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
		await page.setViewportSize({ width: 800, height: 560 });
		await picture(page, 'form', page.locator('body'));
		await page.getByRole('button', { name: 'Cancel these payments' }).click();
	}

	/** Uploads a file, and reads the one that comes back. */
	async function upload(page: Page, name: string, mimeType: string, content: string | Uint8Array) {
		const downloading = page.waitForEvent('download');
		await submit(page, name, mimeType, content);
		const download = await downloading;
		expect(download.suggestedFilename()).toBe('cancelled-payments.xlsx');
		return readSheet(await download.path());
	}

	itInBrowser('gives a file with a result for each row of the uploaded CSV', async (page) => {
		const [one = '', two = ''] = newPayments(2);
		const [sent = ''] = newPayments(1, { status: 'Factoring' });
		const rows = [`F-1,,${one}`, `F-2,,${sent}`, 'F-3,,9900000S', 'F-4,,', `F-5,,${two}`];
		const csv = ['invoice,note,payment number', ...rows, ''].join('\r\n');
		const result = await upload(page, 'payments.csv', 'text/csv', csv);
		expect(result).toMatchObject([
			{ invoice: 'F-1', 'payment number': one, result: 'cancelled' },
			{
				invoice: 'F-2',
				'payment number': sent,
				result: 'not cancelled',
				reason: expect.stringContaining('already been activated'),
				'what to do': expect.stringContaining('Credit it instead'),
			},
			{ invoice: 'F-3', result: 'not cancelled', reason: expect.stringContaining('"9900000S"') },
			{ invoice: 'F-4', result: 'not cancelled', reason: expect.stringContaining('is empty') },
			{ invoice: 'F-5', 'payment number': two, result: 'cancelled' },
		]);
		// A column that is empty in every row is kept in its place as well.
		expect(Object.keys(result[0]!).slice(0, 4)).toEqual([
			'invoice',
			'note',
			'payment number',
			'result',
		]);
		await page.getByText('2 of 5 payments are cancelled.').waitFor();
		await picture(page, 'form-done', page.locator('body'));
		expect(recorded([one, two, sent])).toMatchObject({
			cancelled: [one, two],
			calls: { length: 3 },
		});
	});

	itInBrowser('takes an XLSX as well, and one that was uploaded before', async (page) => {
		const [number = ''] = newPayments(1);
		const sheet = await writeXlsxFile([
			[{ value: 'payment number' }, { value: 'customer' }],
			[{ value: Number(number), type: Number }, { value: 'Anna Åberg' }],
		]).toBuffer();
		for (const time of ['first', 'second']) {
			const rows = await upload(page, 'Payments.XLSX', XLSX, new Uint8Array(sheet));
			expect({ time, rows }).toMatchObject({
				rows: [{ 'payment number': number, customer: 'Anna Åberg', result: 'cancelled' }],
			});
		}
		expect(recorded([number]).cancelled).toEqual([number]);
	});

	itInBrowser('says that nothing is cancelled if the file has no rows', async (page) => {
		const rows = await upload(page, 'payments.csv', 'text/csv', 'invoice,payment number\r\n');
		expect(rows).toMatchObject([
			{ result: 'not cancelled', reason: expect.stringContaining('is empty') },
		]);
		await page.getByText('0 of 1 payments are cancelled.').waitFor();
	});

	itInBrowser('does not say that it is done if the file cannot be read', async (page) => {
		await submit(page, 'payments.xlsx', XLSX, 'PK\u0003\u0004 broken');
		await page.getByText('Problem submitting response').waitFor();
	});
});

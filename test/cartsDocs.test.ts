import type { IDataObject } from 'n8n-workflow';

import { create } from '../nodes/Qvickly/actions/payment/create.operation';
import { readPrice } from '../nodes/Qvickly/api/money';
import { taskOf } from './actions/tasks';
import { readText } from './packed';

const page = readText('docs/carts.md');

/** The examples of carts: each a heading, its settings, a table of rows, and what it comes to. */
const examples = [
	...page
		.split('\n## Worked examples\n')[1]!
		.split(/\n## /)[0]!
		.matchAll(/^### (.*)\n\n(\*.*\.)\n\n\| row (?:.*\n)+?\n(Net .*?total [\d.]*\d)/gm),
].map(([text, name = '', settings = '', sums = '']) => {
	const rows = [...text.matchAll(/^\| (.*) \|$/gm)]
		.slice(2)
		.map(([, cells = '']) => cells.split('|').map((cell) => cell.trim()));
	return { name, settings, rows, sums };
});

const kronor = (öre: unknown) => (Number(öre) / 100).toFixed(2);

/** What the node makes of an example: the net amount of each row, and the sums. */
function computed({ settings, rows }: (typeof examples)[number]) {
	const named = (name: string) => rows.filter(([title]) => title === `*${name}*`);
	const [, discount] = /\*Order Discount\* `(.*?)`/.exec(settings) ?? [];
	const [shipping] = named('Shipping');
	const list = rows.filter(([title]) => !title!.startsWith('*'));
	const { preview } = taskOf(
		create,
		{
			type: 'payLink',
			orderid: 'A1',
			prices: settings.includes('Exclude VAT') ? 'withoutVat' : 'withVat',
			rowsFrom: 'list',
			list: list.map(([description, quantity, unitPrice, vatRate, percent]) => ({
				...{ description, quantity, unitPrice, vatRate, discount: percent && `${percent}%` },
			})),
			adjustments: {
				...(discount && { discount, discountText: 'Rabatt' }),
				...(shipping && { shipping: { values: { price: shipping[2], vatRate: shipping[3] } } }),
				toWhole: settings.includes('Round to Whole Krona'),
			},
		},
		{ checkOnly: true },
	);
	const { Articles, Cart } = preview!.data as {
		Articles: IDataObject[];
		Cart: Record<string, IDataObject>;
	};
	const nets = [...Articles, ...(Cart.Shipping ? [Cart.Shipping] : [])];
	const { total, tax, rounding } = preview as Record<string, string>;
	return {
		nets: nets.map(({ withouttax }) => kronor(withouttax)),
		sums: `Net ${kronor(Cart.Total!.withouttax)}, VAT ${tax}, rounding ${rounding}, total ${total}`,
	};
}

it('every example of docs/carts.md is read, or these tests would say nothing', () => {
	expect(examples.length).toBe(page.match(/^\| row /gm)?.length);
	expect(examples.length).toBeGreaterThanOrEqual(7);
});

it.each(examples)('the example "$name" is what the node computes', (example) => {
	const { rows, sums } = example;
	// A discount is written with the rows, and sent after them; shipping last.
	expect({ nets: rows.map((cells) => cells.at(-1)), sums }).toEqual(computed(example));
});

it.each(['read', 'refused'])('prices that the page calls %s are', (verdict) => {
	const [, cell = ''] = new RegExp(`^\\| ${verdict} \\| (.*) \\|$`, 'm').exec(page) ?? [];
	const prices = [...cell.matchAll(/`([^`]+)`/g)].map(([, price]) => price!);
	expect(prices.length).toBeGreaterThanOrEqual(9);
	const wrong = prices.filter(
		(price) => (readPrice(price, 'SEK') !== undefined) !== (verdict === 'read'),
	);
	expect(wrong).toEqual([]);
});

import type { Order } from '../../nodes/Qvickly/api/cart';
import { checkCart } from '../../nodes/Qvickly/api/checkCart';
import { cart, row, shipping, TO_WHOLE, WITHOUT_TAX } from './orders';

interface Vector {
	id: string;
	Articles: object[];
	Cart: object;
	/** The codes that it could be refused with; none if it is fine. */
	fails: string[];
}

/** Carts of Qvickly's pages and samples, of the plugins' tests, and counter examples. */
const VECTORS = jest.requireActual<Vector[]>('./vectors/carts.json');

const verdictOn = (articles: unknown, cart: unknown) => {
	const checked = checkCart(articles, cart);
	return 'problem' in checked ? checked.problem : checked.total;
};

const isFine = ({ fails }: Vector) => fails.length === 0;
const totalOf = ({ Cart }: Vector) => (Cart as { Total: { withtax: number } }).Total.withtax;

describe('a cart of others is accepted:', () => {
	it.each(VECTORS.filter(isFine))('$id', (vector) => {
		expect(verdictOn(vector.Articles, vector.Cart)).toBe(BigInt(totalOf(vector)));
	});
});

describe('a cart of others is refused with a code of what is wrong with it:', () => {
	it.each(VECTORS.filter((vector) => !isFine(vector)))('$id: $fails', (vector) => {
		const [, code] = /\((\d{4})\)$/.exec(String(verdictOn(vector.Articles, vector.Cart))) ?? [];
		expect(vector.fails).toContain(code);
	});
});

it('all vectors are there', () => {
	expect(VECTORS.map(isFine).filter((fine) => fine)).toHaveLength(23);
	expect(VECTORS).toHaveLength(28);
});

/** Of test/api/vectors/carts.json, what follows from rows: net, VAT, rounding, total. */
it.each<[string, Order['rows'], Partial<Order>, string]>([
	['doc-addPayment-simple', [row('100', '25')], WITHOUT_TAX, '10000,2500,0,12500'],
	['doc-paylink-two-rows', [row('100', '25'), row('100', '25')], WITHOUT_TAX, '20000,5000,0,25000'],
	[
		'mod-exampleCheckout',
		[row('12.34', '25', '2'), row('567.80', '25', '3.5', '10')],
		{ ...WITHOUT_TAX, ...TO_WHOLE, ...shipping('30') },
		'184325,46081,-6,230400',
	],
	[
		'doc-getInvoiceByHash, from net prices',
		[row('7.20', '25', '9999')],
		{ ...WITHOUT_TAX, ...shipping('49') },
		'7204180,1801045,0,9005225',
	],
	[
		'doc-getInvoiceByHash, from gross prices',
		[row('9.00', '25', '9999')],
		shipping('61.25'),
		'7204180,1801045,0,9005225',
	],
	[
		'doc-getOrderInfo-zero-vat',
		[row('25', '0'), row('45', '0')],
		shipping('0', '0'),
		'7000,0,0,7000',
	],
	['bco-order-incl-25', [row('100', '25')], {}, '8000,2000,0,10000'],
	['bco-order-incl-6', [row('100', '6')], {}, '9434,566,0,10000'],
	['bco-order-excl-25', [row('100', '25')], WITHOUT_TAX, '10000,2500,0,12500'],
	['bco-order-excl-12', [row('100', '12')], WITHOUT_TAX, '10000,1200,0,11200'],
	['bco-order-incl-0', [row('100', '0')], {}, '10000,0,0,10000'],
	['ttrig-two-rows', [row('100', '25'), row('500', '25')], WITHOUT_TAX, '60000,15000,0,75000'],
	['ttrig-article', [row('49', '25')], WITHOUT_TAX, '4900,1225,0,6125'],
	['ttrig-paymentinfo', [row('20', '0')], WITHOUT_TAX, '2000,0,0,2000'],
	['wc1-zero-subscription', [row('1', '0')], {}, '100,0,0,100'],
	[
		'derived-wc1-single-rate-discount',
		[row('100', '25', '2')],
		{ ...WITHOUT_TAX, discount: { title: 'Discount', amount: 2000n } },
		'18000,4500,0,22500',
	],
	['derived-bom-partial-credit', [row('80', '25', '2')], WITHOUT_TAX, '16000,4000,0,20000'],
	[
		'derived-freetext',
		[row('100', '25'), { text: 'Please ring the bell' }],
		WITHOUT_TAX,
		'10000,2500,0,12500',
	],
	[
		'derived-ps-rounding-50',
		[row('99.60', '25')],
		{ ...WITHOUT_TAX, ...TO_WHOLE },
		'9960,2490,50,12500',
	],
	// Its 51 öre are out of reach: a whole krona is never further than 50 from the exact total.
	[
		'derived-rounding-51',
		[row('99.59', '25')],
		{ ...WITHOUT_TAX, ...TO_WHOLE },
		'9959,2490,-49,12400',
	],
	// These have an invoice fee in Handling, which we do not send; as a row it comes to the same sums.
	[
		'doc-addPayment-full, smp-legacy-creditPayment, nwt-paymentinfo',
		[row('12.34', '25', '2'), row('567.80', '25', '3.5', '10'), row('10', '25')],
		{ ...WITHOUT_TAX, ...TO_WHOLE, ...shipping('30') },
		'185325,46331,44,231700',
	],
	[
		'mod-CartTest',
		[row('2', '25'), row('1', '25')],
		{ ...WITHOUT_TAX, ...shipping('1') },
		'400,100,0,500',
	],
	// Its own VAT is 665, which only Qvickly's tolerance lets pass: 655 is what follows from the rows.
	[
		'doc-updateCheckout',
		[row('1', '25', '11')],
		{ ...WITHOUT_TAX, ...TO_WHOLE, ...shipping('15.20') },
		'2620,655,25,3300',
	],
])('%s comes to the same sums', (_, rows, more, total) => {
	expect(cart(rows, more).total).toBe(total);
});

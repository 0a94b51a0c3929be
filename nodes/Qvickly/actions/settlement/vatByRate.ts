import { asObject, toText, type VerifiedData } from '../../api/answer';
import {
	ONE,
	readDecimal,
	roundedQuotient,
	sizeOf,
	sum,
	writeDecimal,
	type Decimal,
} from '../../api/decimal';
import { inCurrency } from '../../api/money';
import { readList, type Entry } from '../order/lists';

/** What was sold at one rate of VAT, in the currency. A type, as n8n takes it for JSON only so. */
export type AtRate = { rate: string; net: string; vat: string };

/**
 * The VAT of a payment by its rates. The rows have rates and net amounts; that their VAT comes to the
 * payment's own is checked. What rounding leaves goes to the rate with the most.
 *
 * @param data getPaymentinfo's answer
 * @returns undefined where the rows do not come to the payment's sums
 */
export function vatByRate(data: VerifiedData): AtRate[] | undefined {
	const cart = asObject(data.Cart);
	const total = asObject(cart?.Total);
	const rows = (readList(data.Articles) ?? []).map((row) => asObject(row) ?? {});
	const fees = [cart?.Shipping, cart?.Handling].map((fee) => asObject(fee) ?? {});
	const nets = new Map<Decimal, bigint>();
	for (const { withouttax, taxrate } of [...rows, ...fees].filter(hasAmount)) {
		const rate = readDecimal(toText(taxrate));
		const net = whole(withouttax);
		if (rate === undefined || rate < 0n || net === undefined) return undefined;
		nets.set(rate, (nets.get(rate) ?? 0n) + net);
	}
	const [tax, withouttax] = [whole(total?.tax), whole(total?.withouttax)];
	if (tax === undefined || sum([...nets.values()]) !== withouttax) return undefined;
	const rates = [...nets].map(([rate, net]) => ({
		rate,
		net,
		vat: roundedQuotient(net * rate, 100n * ONE),
	}));
	// Each row may have been rounded by itself.
	const left = tax - sum(rates.map(({ vat }) => vat));
	if (sizeOf(left) > BigInt(rows.length + fees.length)) return undefined;
	const taxed = rates.filter(({ rate }) => rate !== 0n);
	const most = taxed.sort((a, b) => Number(sizeOf(b.vat) - sizeOf(a.vat)))[0];
	if (most) most.vat += left;
	else if (left !== 0n) return undefined;
	return rates.map(({ rate, net, vat }) => ({
		rate: writeDecimal(rate),
		net: inCurrency(net)!,
		vat: inCurrency(vat)!,
	}));
}

/** Whether a row has anything to pay: a text row and a fee that is not there have not. */
const hasAmount = ({ withouttax }: Entry) => !['', '0'].includes(toText(withouttax));

const whole = (value: unknown) =>
	/^-?\d+$/.test(toText(value)) ? BigInt(toText(value)) : undefined;

import { toText } from '../../api/answer';
import { inCurrency, writtenAmount } from '../../api/money';
import type { Settlement, State } from './read';

/** Parts that must come to a total. All amounts are as Qvickly writes them. */
interface Sum {
	/** What is summed up, and what the parts are. */
	what: string;
	parts: unknown[];
	total: unknown;
	/** What is taken off the parts. */
	off: unknown[];
}

/** Where the fees may be taken off: Qvickly does not say. */
const FEES_OFF = ['invoices', 'states', 'total'] as const;
type FeesOff = (typeof FEES_OFF)[number];

/** The sum that is paid out, with the fees, by the state: what customers have paid, or Qvickly has bought. */
const WHOLE: Readonly<Record<string, string>> = { Paid: 'Paidin', Purchase: 'Topay' };

/**
 * Where the sums that Qvickly gives do not agree with their parts, to the öre.
 *
 * @returns text with both amounts; null if all agree. What has no amounts is not compared
 */
export function differencesIn(settlement: Settlement): string | null {
	const { data, states } = settlement;
	const plain = [
		...states.flatMap((state) => [
			sumOf(state, 'paid in', 'paidin', 'Paidin'),
			sumOf(state, 'to pay', 'topay', 'Topay'),
		]),
		{
			what: 'to pay of all states',
			parts: states.map(({ sums }) => sums.Topay),
			total: data.TotalTopay,
			off: [],
		},
	].flatMap(differenceIn);
	const ways = FEES_OFF.map((where) => payouts(settlement, where).flatMap(differenceIn));
	// The way that Qvickly goes is the one that explains most of it.
	const payout = [...ways].sort((a, b) => a.length - b.length)[0]!;
	return [...plain, ...payout].join('; ') || null;
}

const sumOf = (
	{ name, sums, invoices }: State,
	what: string,
	part: string,
	total: string,
): Sum => ({
	what: `${what} of ${name}`,
	parts: invoices.map((invoice) => invoice[part]),
	total: sums[total],
	off: [],
});

/** All that is paid out, if the fees are taken off there. */
const payouts = ({ data, states }: Settlement, where: FeesOff): Sum[] => [
	...states.map((state) => ({
		...sumOf(state, 'payout', 'payout', 'Payout'),
		off: where === 'states' ? feesOf(state) : [],
	})),
	{
		what: 'payout of all states',
		parts: states.map(({ sums }) => sums.Payout),
		total: data.TotalPayout,
		off: where === 'total' ? states.flatMap(feesOf) : [],
	},
	...states.flatMap((state) => wholeOf(state, where)),
];

/** What a state was worth before the fees, where Qvickly says what these are. */
function wholeOf(state: State, where: FeesOff): Sum[] {
	const { name, sums } = state;
	const fees = feesOf(state);
	if (fees.length < 2 || !isGiven(sums.Payout)) return [];
	return [
		{
			what: `payout with fees of ${name}`,
			parts: where === 'total' ? [sums.Payout] : [sums.Payout, ...fees],
			total: Object.hasOwn(WHOLE, name) ? sums[WHOLE[name]!] : undefined,
			off: [],
		},
	];
}

const feesOf = ({ sums }: State) => [sums.TotalFee, sums.TotalFeeVAT].filter(isGiven);

const isGiven = (value: unknown) => toText(value) !== '';

function differenceIn({ what, parts, total, off }: Sum): string[] {
	const given = parts.filter(isGiven);
	// What is left out on one side cannot be compared; no parts come to nothing.
	if (!isGiven(total) || (parts.length > 0 && given.length === 0)) return [];
	const amounts = [total, ...given, ...off].map(writtenAmount);
	if (!amounts.every((amount) => amount !== undefined)) {
		return [`${what}: not all amounts can be read, so they are not summed up`];
	}
	const [sum, ...rest] = amounts as [bigint, ...bigint[]];
	const come = rest.reduce(
		(soFar, amount, index) => (index < given.length ? soFar + amount : soFar - amount),
		0n,
	);
	return come === sum
		? []
		: [
				`${what}: the parts come to ${inCurrency(come)}, Qvickly's sum is ${inCurrency(sum)}, a difference of ${inCurrency(sum - come)}`,
			];
}

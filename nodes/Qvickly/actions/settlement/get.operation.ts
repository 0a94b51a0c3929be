import type { IDataObject } from 'n8n-workflow';

import { toText, type VerifiedData } from '../../api/answer';
import { encodeRequest } from '../../api/envelope';
import { shownAmount } from '../../api/money';
import type { Operation, Result } from '../operation';
import { LONGEST_LIST } from '../order/lists';
import { orNull } from '../order/simplify';
import { noValueOf, show } from '../problem';
import { differencesIn } from './differences';
import { paymentDetails } from './paymentDetails';
import { readSettlement, type Settlement } from './read';

/** Gives what a settlement is made of. Source: Qvickly's page "getSettlementsWithDetails". */
export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get settlement',
		description: 'Get a settlement: one item for each invoice in it, or its sums',
	},
	toolDescription:
		'Gives one settlement (payout) of Qvickly: each invoice or payment in it with its amounts, or the sums. Settlement_ID comes from the list of settlements; take it from there. It changes nothing.',
	kind: 'list',
	done: 'looked up',
	fields: [
		{
			displayName: 'Settlement ID',
			name: 'settlementId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 5',
			description: "Qvickly's number of the settlement: Get Many and the Polling Trigger give it",
		},
		{
			displayName: 'Output',
			name: 'output',
			type: 'options',
			noDataExpression: true,
			options: [
				{
					name: 'One Item for Each Invoice',
					value: 'invoices',
					description: 'Each with its own amounts, and the fields of the settlement',
				},
				{ name: 'One Item with the Sums', value: 'summary' },
			],
			default: 'invoices',
		},
	],
	options: [
		{
			displayName: 'Add Payment Details',
			name: 'addPaymentDetails',
			type: 'boolean',
			default: false,
			displayOptions: { show: { '/output': ['invoices'] } },
			description:
				'Whether to look each payment up for its order ID, VAT by rate and customer: one more request for each',
		},
	],
	prepare(field, options) {
		const settlementId = toText(field('settlementId')).trim();
		if (!/^[1-9]\d{0,14}$/.test(settlementId)) {
			return {
				problem:
					settlementId === ''
						? 'the settlement ID is empty'
						: `${show(field('settlementId'))} is not a settlement ID`,
				advice: "Give 'Settlement ID' the digits that 'Get Many' of 'Settlement' gives.",
			};
		}
		const output = field('output');
		if (output !== 'invoices' && output !== 'summary') return noValueOf('Output', output);
		const withDetails = output === 'invoices' && options.addPaymentDetails === true;
		return {
			subject: `settlement ${settlementId}`,
			variant: `${output} ${withDetails}`,
			...(withDetails && { details: paymentDetails }),
			call: {
				kind: 'list',
				request: encodeRequest('getSettlementsWithDetails', { settlementId }),
				done: 'looked up',
				refusals: {},
				result: (data) => resultOf(data, settlementId, output),
				maxAnswerBytes: LONGEST_LIST,
			},
		};
	},
};

function resultOf(data: VerifiedData, id: string, output: 'invoices' | 'summary'): Result {
	const settlement = readSettlement(data);
	if (!settlement) return { open: 'Qvickly answered without a settlement' };
	if (settlement.settlementId !== id) {
		return { open: `Qvickly answered about settlement "${settlement.settlementId}"` };
	}
	if (output === 'summary') return { items: [summary(settlement)] };
	const difference = differencesIn(settlement);
	const items = rows(settlement, difference);
	// Of what has no rows, no row could tell it.
	return items.length === 0 && difference !== null
		? { open: `the sums of Qvickly's answer do not agree: ${difference}` }
		: { items };
}

const headOf = ({ settlementId, data }: Settlement) => ({
	settlementId,
	settlementDate: orNull(data.SettlementDate),
	settlementUrl: orNull(data.SettlementURL),
});

function rows(settlement: Settlement, difference: string | null): IDataObject[] {
	const { data, states } = settlement;
	const shared = {
		...headOf(settlement),
		settlementToPay: shownAmount(data.TotalTopay),
		settlementPayout: shownAmount(data.TotalPayout),
	};
	return states.flatMap(({ name, sums, invoices }) =>
		invoices.map((invoice) => ({
			...shared,
			state: name,
			number: toText(invoice.id),
			paidIn: shownAmount(invoice.paidin),
			paidInCapital: shownAmount(invoice.paidinCapital),
			toPay: shownAmount(invoice.topay),
			payout: shownAmount(invoice.payout),
			paymentDate: orNull(invoice.paymentDate),
			stateFee: shownAmount(sums.TotalFee),
			stateFeeVat: shownAmount(sums.TotalFeeVAT),
			difference,
		})),
	);
}

function summary(settlement: Settlement): IDataObject {
	const { data, states } = settlement;
	return {
		...headOf(settlement),
		toPay: shownAmount(data.TotalTopay),
		payout: shownAmount(data.TotalPayout),
		invoices: states.flatMap(({ invoices }) => invoices).length,
		states: states.map(({ name, sums, invoices }) => ({
			state: name,
			paidIn: shownAmount(sums.Paidin),
			toPay: shownAmount(sums.Topay),
			payout: shownAmount(sums.Payout),
			fee: shownAmount(sums.TotalFee),
			feeVat: shownAmount(sums.TotalFeeVAT),
			numbers: invoices.map(({ id }) => toText(id)),
		})),
		difference: differencesIn(settlement),
	};
}

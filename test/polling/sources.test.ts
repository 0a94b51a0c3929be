import { SOURCES, type Source } from '../../nodes/Qvickly/polling/sources';
import { received } from '../actions/tasks';

/** What a source makes of an answer, given as the text of its data. */
const read = (source: Source, data: string) =>
	source.task('2024-01-31').call.result(received(data));
const items = (source: Source, data: string) => {
	const result = read(source, data);
	if (!('items' in result)) throw new Error(JSON.stringify(result));
	return result.items;
};

/** As Qvickly's page "Get settlements" prints it. */
const SETTLEMENTS = String.raw`{"Settlements":[{"SettlementId":"5","SettlementDate":"2024-04-29","SettlementURL":"https:\/\/online.billmate.se\/avrakning\/12345\/5-2024-04-29.pdf","InvoiceIds":["12349"]},{"SettlementId":"4","SettlementDate":"2024-04-22","SettlementURL":"https:\/\/online.billmate.se\/avrakning\/12345\/4-2024-04-22.pdf","InvoiceIds":["12348","12347"]}],"Date":"2024-05-01"}`;

/** As Qvickly's page "Get due payments" prints it. */
const DUE = `[{"number":"4833","orderid":"P123456997","invoiceDate":"2020-01-21","invoiceStatus":"Collection","dueDate":"2020-02-04","topay":"5000"},{"number":"9864","orderid":"P84456997","invoiceDate":"2020-01-01","invoiceStatus":"Due","dueDate":"2020-01-18","topay":"200"}]`;

describe('settlements', () => {
	const { settlement } = SOURCES;

	it('are asked for since a day', () => {
		const { call, subject } = settlement.task('2024-01-31');
		expect(call).toMatchObject({
			kind: 'list',
			request: { function: 'getSettlements', data: '{"fromDate":"2024-01-31"}' },
		});
		expect(subject).toBe('the list of settlements since 2024-01-31');
	});

	it('are read in the order in which they are listed', () => {
		const list = items(settlement, SETTLEMENTS);
		expect(list).toEqual([
			{
				settlementId: '5',
				date: '2024-04-29',
				url: 'https://online.billmate.se/avrakning/12345/5-2024-04-29.pdf',
				numbers: ['12349'],
			},
			expect.objectContaining({ settlementId: '4', numbers: ['12348', '12347'] }),
		]);
		expect(list.map(settlement.idOf)).toEqual(['settlement-5', 'settlement-4']);
	});

	it.each<[string, string, unknown]>([
		['numbers for text', '{"SettlementId":5,"InvoiceIds":[12349]}', ['settlement-5', ['12349']]],
		[
			'an object for the list of payments',
			'{"SettlementId":"5","InvoiceIds":{"1":"12349"}}',
			['settlement-5', ['12349']],
		],
		['no payments', '{"SettlementId":"5"}', ['settlement-5', []]],
		['an empty list', '{"SettlementId":"5","InvoiceIds":[]}', ['settlement-5', []]],
	])('may have %s', (_, entry, expected) => {
		const [item] = items(settlement, `{"Settlements":[${entry}]}`);
		expect([settlement.idOf(item!), item!.numbers]).toEqual(expected);
	});

	it('may be none', () => {
		expect(items(settlement, '{"Settlements":[],"Date":"2024-05-01"}')).toEqual([]);
	});

	it.each(['{"Date":"2024-05-01"}', '{"Settlements":"none"}', '[]'])(
		'are not taken for none if there is no list: %s',
		(data) => {
			expect(read(settlement, data)).toEqual({ open: 'Qvickly answered without a list' });
		},
	);
});

describe('overdue payments', () => {
	const { overdue } = SOURCES;

	it('are asked for since a day', () => {
		expect(overdue.task('2024-01-31').call.request).toEqual({
			function: 'getDuePayments',
			data: '{"dueDate":"2024-01-31"}',
		});
	});

	it('are read in the order in which they are listed', () => {
		const list = items(overdue, DUE);
		expect(list).toEqual([
			{
				number: '4833',
				orderid: 'P123456997',
				invoiceDate: '2020-01-21',
				invoiceStatus: 'Collection',
				dueDate: '2020-02-04',
				topay: '5000',
			},
			expect.objectContaining({ number: '9864', invoiceStatus: 'Due' }),
		]);
		expect(list.map(overdue.idOf)).toEqual(['overdue-4833-2020-02-04', 'overdue-9864-2020-01-18']);
	});

	it('are new again with another due date, and not with another status or amount', () => {
		const [first, second, third] = items(
			overdue,
			'[{"number":"1","dueDate":"2020-01-01"},{"number":1,"dueDate":"2020-01-01","invoiceStatus":"Collection","topay":"1"},{"number":"1","dueDate":"2020-02-01"}]',
		).map(overdue.idOf);
		expect([first === second, first === third]).toEqual([true, false]);
	});

	it('may be none, but need a list', () => {
		expect(items(overdue, '[]')).toEqual([]);
		expect(read(overdue, '{"Payments":[]}')).toEqual({ open: 'Qvickly answered without a list' });
	});
});

import { credit } from '../../nodes/Qvickly/actions/payment/credit.operation';
import { update } from '../../nodes/Qvickly/actions/payment/update.operation';
import type { Task } from '../../nodes/Qvickly/actions/operation';
import type { Account } from '../../nodes/Qvickly/api/account';
import { isFailure } from '../../nodes/Qvickly/run/outcome';
import { refuseContradictions, sameCalls } from '../../nodes/Qvickly/run/sameCalls';
import type { Plan } from '../../nodes/Qvickly/run/setup';
import { ROWS, taskOf } from '../actions/tasks';
import { creation, wish } from './settling';

const account = { merchantId: '1', testMode: true } as Account;
const other = { merchantId: '2', testMode: true } as Account;

/** A plan for each of these tasks, in order. */
const plans = (tasks: Array<Task | [Task, Account]>): Plan[] =>
	tasks.map((one, item) => {
		const [task, its] = Array.isArray(one) ? one : [one, account];
		return { item, task, account: its };
	});

/** What is said of each task; empty where it is fine. */
const said = (tasks: Parameters<typeof plans>[0]) =>
	refuseContradictions(plans(tasks)).map((plan) => (isFailure(plan) ? plan.message : ''));

/** The items of each call. */
const calls = (tasks: Parameters<typeof plans>[0]) =>
	sameCalls(plans(tasks)).map((group) => group.map(({ item }) => item));

const order = (orderid: unknown, options = {}) => creation({ orderid }, options);
const changed = (unitPrice: string, options = {}, number = '1') =>
	taskOf(
		update,
		{ number, rowsFrom: 'define', rows: { row: [{ ...ROWS.row[0], unitPrice }] } },
		options,
	);

describe('payments with the same order ID', () => {
	it('are all refused, and two of them named, while others go on', () => {
		expect(said([order('A1'), order('B'), order('A1'), order('A1')])).toEqual([
			'Item 0: items 0 and 2 both have the order ID "A1"',
			'',
			'Item 2: items 0 and 2 both have the order ID "A1"',
			'Item 3: items 0 and 2 both have the order ID "A1"',
		]);
	});

	it('are the same also as a number, with white space, and where they are only checked', () => {
		const checked = { checkOnly: true };
		expect(said([order(7), order(' 7 ')]).every((message) => message !== '')).toBe(true);
		expect(said([order('7', checked), order('7', checked)]).every(Boolean)).toBe(true);
	});

	it('are told apart to the last letter, and by account', () => {
		const long = 'x'.repeat(200);
		expect(said([order(`${long}1`), order(`${long}2`)])).toEqual(['', '']);
		expect(said([order('a1'), order('A1')])).toEqual(['', '']);
		expect(said([order('A1'), [order('A1'), other]])).toEqual(['', '']);
	});
});

describe('updates of one payment', () => {
	it('are one call if they are equal, however their prices are written', () => {
		const tasks = [changed('100'), changed('100,00 kr'), changed('100', {}, '2')];
		expect(said(tasks)).toEqual(['', '', '']);
		expect(calls(tasks)).toEqual([[0, 1], [2]]);
	});

	it('are refused if they are different, as one of them would be undone', () => {
		expect(said([changed('100'), changed('101'), changed('101', {}, '2')])).toEqual([
			'Item 0: items 0 and 1 want different things of payment 1',
			'Item 1: items 0 and 1 want different things of payment 1',
			'',
		]);
		expect(said([changed('100'), [changed('101'), other]])).toEqual(['', '']);
	});

	it('are different if one is only checked', () => {
		expect(said([changed('100'), changed('100', { checkOnly: true })]).every(Boolean)).toBe(true);
	});
});

describe('what claims nothing', () => {
	it('is one call for equal reads and changes, one each for what is done once', () => {
		expect(calls([wish('get'), wish('get'), wish('cancel'), wish('cancel')])).toEqual([
			[0, 1],
			[2, 3],
		]);
		expect(calls([wish('credit'), wish('credit')])).toEqual([[0], [1]]);
		expect(said([wish('credit'), wish('credit')])).toEqual(['', '']);
		const part = taskOf(credit, { scope: 'part', rowsFrom: 'define', rows: ROWS });
		expect(said([part, part])).toEqual(['', '']);
	});

	it('is refused where equal changes differ in what the user wants of them', () => {
		const failing = wish('cancel', { ifAlreadyCancelled: 'fail' });
		expect(said([wish('cancel'), failing]).every(Boolean)).toBe(true);
		expect(said([wish('cancel'), wish('get')])).toEqual(['', '']);
	});
});

it('what was refused before stays so, and is no part of any call', () => {
	const [plan] = plans([order('A1')]);
	const failure = { outcome: 'invalid', message: 'm', advice: 'a' } as const;
	const result = refuseContradictions([failure, plan!]);
	expect(result).toEqual([failure, plan]);
	expect(sameCalls(result)).toEqual([[plan]]);
});

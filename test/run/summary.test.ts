import { cancel } from '../../nodes/Qvickly/actions/payment/cancel.operation';
import { get } from '../../nodes/Qvickly/actions/payment/get.operation';
import { create } from '../../nodes/Qvickly/actions/payment/create.operation';
import type { Operation, Task } from '../../nodes/Qvickly/actions/operation';
import type { Account } from '../../nodes/Qvickly/api/account';
import type { Failure, Outcome } from '../../nodes/Qvickly/run/outcome';
import type { Plan } from '../../nodes/Qvickly/run/setup';
import { summariseRun } from '../../nodes/Qvickly/run/summary';
import { credit } from '../../nodes/Qvickly/actions/payment/credit.operation';
import { ROWS, taskOf } from '../actions/tasks';
import { creation, wish } from './settling';

const account = {} as Account;

/** What is said of a run with these tasks and what became of them. */
function said(operation: Operation, run: Array<[Task, Outcome]>) {
	const plans = run.map(([task], item): Plan => ({ item, task, account }));
	const outcomes = run.map(([, outcome]) => outcome);
	const { failure, groups, item } = summariseRun(plans, outcomes, operation)!;
	return { advice: failure.advice, groups, item };
}

const failure = (outcome: Failure['outcome']): Failure => ({
	...{ outcome, message: 'It failed', advice: 'Look.' },
});
const made = (number: string): Outcome => ({ items: [{ number, total: '100.00' }] });

const sent = (orderid: string) => creation({ orderid });
const checked = (orderid: string) => creation({ orderid }, { checkOnly: true });
const preview = (orderid: string): [Task, Outcome] => [
	checked(orderid),
	{ items: [{ checkOnly: true, total: '100.00', data: { orderid } }] },
];

const TAKE_OUT =
	'Before you run the list again, take out what is created and what perhaps is: it could be done twice.';

it('a run that did all it should needs nothing to be said', () => {
	const plans = [{ item: 0, task: sent('A1'), account }];
	expect(summariseRun(plans, [made('7')], create)).toBeUndefined();
});

it('what was only checked is not called created, and nothing of it is kept but its place', () => {
	const { advice, groups, item } = said(create, [
		preview('A0'),
		[sent('A1'), failure('refused')],
		[sent('A2'), made('7')],
	]);
	expect(item).toBe(1);
	expect(groups).toStrictEqual({
		'not sent but checked': [{ item: 0 }],
		'not created': [{ item: 1, message: 'It failed' }],
		created: [{ item: 2, number: '7', total: '100.00' }],
	});
	expect(advice).toBe(
		`Look. Of 3 items: 1 not sent but checked (the payment for order A0), 1 not created (the payment for order A1), 1 created (the payment for order A2). ${TAKE_OUT}`,
	);
});

it('what was only checked need not be taken out before the list is run again', () => {
	const refusal: [Task, Outcome] = [sent('A1'), failure('refused')];
	expect(said(create, [preview('A0'), refusal]).advice).toMatch(/Then run the list again\.$/);
	const unknown: [Task, Outcome] = [sent('A2'), failure('unknown')];
	expect(said(create, [preview('A0'), unknown]).advice).toContain(TAKE_OUT);
});

it('what was to be checked, and was not come to, is not called checked', () => {
	const { groups } = said(create, [
		[sent('A1'), failure('unknown')],
		[checked('A2'), failure('notAttempted')],
	]);
	expect(groups).toEqual({
		'perhaps created': [{ item: 0, message: 'It failed' }],
		'not attempted': [{ item: 1 }],
	});
});

it('of a payment that was only checked its number is kept as well', () => {
	const { groups } = said(credit, [
		[
			taskOf(credit, { number: '5', scope: 'part', rows: ROWS }, { checkOnly: true }),
			{ items: [{ checkOnly: true, data: {} }] },
		],
		[wish('credit'), failure('refused')],
	]);
	expect(groups!['not sent but checked']).toEqual([{ item: 0, number: '5' }]);
});

it('a list of which some is only read is still one that could be done twice', () => {
	const { advice } = said(credit, [
		[wish('get'), made('1')],
		[wish('credit'), failure('refused')],
	]);
	expect(advice).toContain('Before you run the list again, take out what is credited');
});

it('what was only read is not kept, as it may be much and personal', () => {
	const { groups } = said(get, [
		[wish('get'), { items: [{ customerName: 'Testperson' }] }],
		[wish('get'), failure('unanswered')],
	]);
	expect(groups!['looked up']).toEqual([{ item: 0, number: '1' }]);
});

it('one that failed speaks for the run, and one that was not come to only if there is no other', () => {
	const [cancelled, left] = [made('1'), failure('notAttempted')];
	const task = wish('cancel');
	const late = said(cancel, [
		[task, left],
		[task, failure('unknown')],
		[task, failure('refused')],
	]);
	expect(late.item).toBe(1);
	const none = said(cancel, [
		[task, cancelled],
		[task, left],
	]);
	expect(none).toMatchObject({ item: 1, groups: { 'not attempted': [{ item: 1, number: '1' }] } });
	expect(none.groups!['not attempted']![0]).not.toHaveProperty('message');
});

it.each<[Failure['outcome'], string]>([
	['refused', 'not cancelled'],
	['invalid', 'not cancelled'],
	['alreadyDone', 'cancelled before'],
	['unknown', 'perhaps cancelled'],
	['unreached', 'not reached'],
	['unanswered', 'without an answer'],
	['notAttempted', 'not attempted'],
])('what is %s is called %s', (outcome, group) => {
	const { groups } = said(cancel, [[wish('cancel'), failure(outcome)]]);
	expect(Object.keys(groups!)).toEqual([group]);
});

const TAKE_IT_OUT =
	"Take it out of the list, or set 'On Error' to continue, and run the list again";

it.each<[Operation, Task, Failure, string]>([
	[cancel, wish('cancel'), failure('refused'), `${TAKE_IT_OUT}: that is safe, nothing is`],
	[cancel, wish('cancel'), failure('alreadyDone'), `${TAKE_IT_OUT}: that is safe, nothing is`],
	[cancel, wish('cancel'), failure('unreached'), 'Run the list again: that is safe, nothing is'],
	[
		cancel,
		wish('cancel'),
		{ ...failure('refused'), closes: { reason: '', advice: '', settles: 'account' } },
		'Run the list again: that is safe, nothing is cancelled twice.',
	],
	[get, wish('get'), failure('refused'), `${TAKE_IT_OUT}: nothing is changed by it.`],
	[get, wish('get'), failure('unanswered'), 'Run the list again: nothing is changed by it.'],
])('how to go on: %#', (operation, task, outcome, text) => {
	const { advice } = said(operation, [
		[task, outcome],
		[task, made('1')],
	]);
	expect(advice).toContain(text);
});

it('a single item needs no list of items', () => {
	const [task, outcome] = [wish('cancel'), failure('refused')];
	expect(said(cancel, [[task, outcome]]).advice).toBe('Look.');
});

it('a list of which all is only read can be run again as it is, though more could be done by it', () => {
	const { advice } = said(credit, [
		[wish('get'), made('1')],
		[wish('get'), failure('refused')],
	]);
	expect(advice).toMatch(/run the list again: nothing is changed by it\.$/);
});

it.each([
	[10, '(1, 1, 1, 1, 1, 1, 1, 1, 1, 1)'],
	[11, '(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, and 1 more)'],
])('ten of a group are named: %d', (count, text) => {
	const { advice } = said(cancel, [
		...Array.from({ length: count }, (): [Task, Outcome] => [wish('cancel'), made('1')]),
		[wish('cancel'), failure('refused')],
	]);
	expect(advice).toContain(`${count} cancelled ${text}, 1 not`);
});

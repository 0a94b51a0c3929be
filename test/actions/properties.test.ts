import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { findOperation, properties } from '../../nodes/Qvickly/actions';

/** The fields with this name that are shown for payments, and for an operation on them. */
const fields = (name: string, operation?: string) =>
	properties.filter(({ name: its, displayOptions: { show } = {} }) => {
		const isPayments = show?.resource?.includes('payment') ?? true;
		return its === name && isPayments && (!operation || show?.operation?.includes(operation));
	});

/** The only one. */
function field(name: string, operation?: string): INodeProperties {
	const found = fields(name, operation);
	expect(found).toHaveLength(1);
	return found[0]!;
}

const values = (name: string) =>
	(field(name).options as INodePropertyOptions[]).map(({ value }) => value);

const OPERATIONS = [
	...['activate', 'addLogNote', 'cancel', 'cancelOrCredit', 'create'],
	...['credit', 'duplicate', 'get', 'getMany', 'update', 'waitForPayment'],
];

describe("the node's fields", () => {
	it('offer all operations on a payment, sorted by their names', () => {
		expect(values('resource')).toContain('payment');
		expect(values('operation')).toEqual(OPERATIONS);
	});

	it('preset payment and cancel, which n8n does not save, though others stand first', () => {
		expect(field('resource').default).toBe('payment');
		expect(field('operation').default).toBe('cancel');
		expect(values('operation')[0]).not.toBe('cancel');
	});

	it('take no expression for resource and operation', () => {
		expect(field('resource').noDataExpression).toBe(true);
		expect(field('operation').noDataExpression).toBe(true);
	});

	it('take none where other fields depend on it, as those would not be shown', () => {
		for (const name of ['rowsFrom', 'type', 'scope']) {
			const all = properties.filter((one) => one.name === name);
			expect(all.length).toBeGreaterThan(0);
			expect(all.filter(({ noDataExpression }) => noDataExpression !== true)).toEqual([]);
		}
	});

	it('show the operations of the chosen resource', () => {
		expect(field('operation').displayOptions).toEqual({ show: { resource: ['payment'] } });
	});

	it.each(OPERATIONS)('show options and a tool description for %s', (name) => {
		const show = { resource: ['payment'], operation: [name] };
		expect(field('options', name).displayOptions).toEqual({ show });
		expect(field('toolDescription', name).displayOptions).toEqual({
			show: { ...show, '@tool': [true] },
		});
	});

	it('show the payment number for all but what makes one, lists them, or needs another of it', () => {
		const shown = OPERATIONS.filter((name) => fields('number', name).length > 0);
		const others = ['addLogNote', 'create', 'getMany'];
		expect(shown).toEqual(OPERATIONS.filter((name) => !others.includes(name)));
	});

	it('show whether to simplify for get alone', () => {
		expect(field('simple').displayOptions?.show?.operation).toEqual(['get']);
	});

	it.each([
		['activate', ['expectedAmount', 'ifAlreadyActivated']],
		['cancel', ['ifAlreadyCancelled']],
		['cancelOrCredit', []],
		['credit', ['checkOnly', 'replaceCharacters']],
		['duplicate', []],
		['get', []],
		['update', ['checkOnly', 'fixMethod', 'newOrderId', 'replaceCharacters']],
	])('have options for %s sorted by what is shown, none of them needed', (name, own) => {
		const { default: preset, options } = field('options', name);
		const entries = options as INodeProperties[];
		const shown = entries.map(({ displayName }) => displayName);
		expect(shown).toEqual([...shown].sort());
		expect(entries.map((entry) => entry.name).sort()).toEqual(
			[...own, 'maxParallelRequests', 'retries', 'timeout'].sort(),
		);
		expect(preset).toEqual({});
	});

	it('find the operation that was chosen, and none that this version does not have', () => {
		expect(findOperation('payment', 'cancel')?.option).toMatchObject({
			value: 'cancel',
			action: 'Cancel payment',
		});
		expect(findOperation('payment', 'noSuchOperation')).toBeUndefined();
		expect(findOperation('noSuchResource', 'cancel')).toBeUndefined();
	});
});

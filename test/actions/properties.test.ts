import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { findOperation, properties } from '../../nodes/Qvickly/actions';
import { readSettings } from '../../nodes/Qvickly/actions/settings';

/** A field of the node, by its name. */
function field(name: string): INodeProperties {
	const found = properties.filter((one) => one.name === name);
	expect(found).toHaveLength(1);
	return found[0]!;
}

const values = (name: string) =>
	(field(name).options as INodePropertyOptions[]).map(({ value }) => value);

describe("the node's fields", () => {
	it('begin with resource and operation, then the payment number, then options', () => {
		expect(properties.map(({ name }) => name)).toEqual([
			'resource',
			'operation',
			'toolDescription',
			'number',
			'options',
		]);
	});

	it('tell a model, where it is a tool, what it needs and that it cannot be undone', () => {
		const { default: text, displayOptions } = field('toolDescription');
		expect(text).toContain('Cancelling cannot be undone.');
		expect(text).toContain("not the shop's order number");
		expect(displayOptions).toEqual({
			show: { resource: ['payment'], operation: ['cancel'], '@tool': [true] },
		});
	});

	it('offer to cancel a payment, and that first', () => {
		expect(values('resource')).toEqual(['payment']);
		expect(values('operation')).toEqual(['cancel']);
		expect(field('resource').default).toBe('payment');
		expect(field('operation').default).toBe('cancel');
	});

	it('take no expression for resource and operation', () => {
		expect(field('resource').noDataExpression).toBe(true);
		expect(field('operation').noDataExpression).toBe(true);
	});

	it('show the operations of the chosen resource', () => {
		expect(field('operation').displayOptions).toEqual({ show: { resource: ['payment'] } });
	});

	it.each(['number', 'options'])('show %s for cancelling a payment', (name) => {
		expect(field(name).displayOptions).toEqual({
			show: { resource: ['payment'], operation: ['cancel'] },
		});
	});

	it('have options sorted by what is shown, none of them needed', () => {
		const options = field('options').options as INodeProperties[];
		const names = options.map(({ displayName }) => displayName);
		expect(names).toEqual([...names].sort());
		expect(options.map(({ name }) => name)).toEqual([
			'ifAlreadyCancelled',
			'maxParallelRequests',
			'retries',
			'timeout',
		]);
		expect(field('options').default).toEqual({});
	});

	it('find the operation that was chosen', () => {
		expect(findOperation('payment', 'cancel')?.option).toMatchObject({
			value: 'cancel',
			action: 'Cancel payment',
		});
	});
});

describe('the settings', () => {
	it('have defaults', () => {
		expect(readSettings({})).toEqual({ maxParallelRequests: 8, retries: 2, timeout: 30 });
	});

	it('are read from numbers and from text, as expressions give it', () => {
		expect(readSettings({ maxParallelRequests: 1, retries: '0', timeout: '300' })).toEqual({
			maxParallelRequests: 1,
			retries: 0,
			timeout: 300,
		});
	});

	it.each<[string, unknown, string]>([
		[
			'maxParallelRequests',
			0,
			"'Max Parallel Requests' must be a whole number from 1 to 50, but is 0",
		],
		[
			'maxParallelRequests',
			51,
			"'Max Parallel Requests' must be a whole number from 1 to 50, but is 51",
		],
		['retries', -1, "'Retries' must be a whole number from 0 to 10, but is -1"],
		['retries', 1.5, "'Retries' must be a whole number from 0 to 10, but is 1.5"],
		['timeout', 'long', '\'Timeout\' must be a whole number from 1 to 300, but is "long"'],
		['timeout', 301, "'Timeout' must be a whole number from 1 to 300, but is 301"],
	])('refuse %s of %j', (name, value, message) => {
		expect(() => readSettings({ [name]: value as string })).toThrow(message);
	});
});

import type { Resource } from '../operation';
import * as operations from './operations';

export const lookup: Resource = {
	option: { name: 'Lookup', value: 'lookup' },
	operations: Object.values(operations),
	defaultOperation: operations.exchangeRate,
};

import type { Resource } from '../operation';
import * as operations from './operations';

export const customer: Resource = {
	option: { name: 'Customer', value: 'customer' },
	operations: Object.values(operations),
	defaultOperation: operations.getAddress,
};

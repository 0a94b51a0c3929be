import type { Resource } from '../operation';
import * as operations from './operations';

export const checkout: Resource = {
	option: { name: 'Checkout', value: 'checkout' },
	operations: Object.values(operations),
	defaultOperation: operations.create,
};

import type { Resource } from '../operation';
import * as operations from './operations';

export const payment: Resource = {
	option: { name: 'Payment', value: 'payment' },
	operations: Object.values(operations),
	// The only one in 0.1.0, whose workflows do not name it.
	defaultOperation: operations.cancel,
};

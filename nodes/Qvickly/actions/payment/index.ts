import type { Resource } from '../operation';
import { cancel } from './cancel.operation';

export const payment: Resource = {
	option: { name: 'Payment', value: 'payment' },
	operations: [cancel],
};

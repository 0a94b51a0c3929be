import type { Resource } from '../operation';
import * as operations from './operations';

export const settlement: Resource = {
	option: { name: 'Settlement', value: 'settlement' },
	operations: Object.values(operations),
	defaultOperation: operations.getMany,
};

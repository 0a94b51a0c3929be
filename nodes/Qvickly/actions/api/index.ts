import type { Resource } from '../operation';
import * as operations from './operations';

export const api: Resource = {
	option: { name: 'API', value: 'api' },
	operations: Object.values(operations),
	defaultOperation: operations.callFunction,
};

import { operationFiles } from '../actions/operationFiles';
import { created, startMerchant } from './merchant';

it('runs no code of any operation but the chosen one', async () => {
	const prepared = operationFiles().map(({ operation }) => ({
		action: operation.option.action,
		prepare: jest.spyOn(operation, 'prepare'),
	}));
	const till = await startMerchant({ payments: created(2) });
	const { success } = await till.run('cancel', created(2));
	await till.sandbox.close();
	expect(success).toHaveLength(2);
	const used = prepared.filter(({ prepare }) => prepare.mock.calls.length > 0);
	expect(used.map(({ action }) => action)).toEqual(['Cancel payment']);
});

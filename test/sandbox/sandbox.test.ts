import { realService } from './client';
import { describeContract } from './contract';
import { startSandbox } from './sandbox';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;

afterAll(async () => await sandbox.close());

describeContract('the sandbox', async () => (sandbox = await startSandbox()));

const qvickly = realService();
if (qvickly === undefined) {
	it.skip('Qvickly itself keeps the contract', () => {});
} else {
	describeContract('Qvickly itself', async () => qvickly);
}

import { QvicklyApi } from '../../credentials/QvicklyApi.credentials';
import { Qvickly } from '../../nodes/Qvickly/Qvickly.node';
import { soak } from './soak';

const PAYMENTS = 1000;
const HONEST = { falseClaims: [], falseDenials: [], lostCancellations: [], lostItems: [] };

it('cancels a long list through a bad network, and running it again changes nothing', async () => {
	const { first, again, changes, changedAgain } = await soak(
		{ node: Qvickly, credential: QvicklyApi },
		{ payments: PAYMENTS, rate: 0.1, seed: 'jest' },
	);
	expect(first.faults).toBeGreaterThan(PAYMENTS * 0.08);
	expect(first.lies).toEqual(HONEST);
	expect(first.cancelled).toBeGreaterThanOrEqual(PAYMENTS * 0.995);
	expect(again.lies).toEqual(HONEST);
	expect(again.cancelled).toBe(PAYMENTS);
	expect(changedAgain).toBe(PAYMENTS - changes);
}, 120_000);

import { QvicklyApi } from '../../credentials/QvicklyApi.credentials';
import { Qvickly } from '../../nodes/Qvickly/Qvickly.node';
import { soak } from './soak';

const PAYMENTS = 500;
const HONEST = { falseClaims: [], falseDenials: [], doneTwice: [], lostItems: [] };

it.each(['cancel', 'activate', 'credit', 'cancelOrCredit', 'create'] as const)(
	'%s: a long list through a bad network, and again without faults, ends with each done once',
	async (operation) => {
		const { first, again, good } = await soak(
			{ node: Qvickly, credential: QvicklyApi },
			{ operation, payments: PAYMENTS, rate: 0.1, seed: 'jest' },
		);
		expect(first.faults).toBeGreaterThan(PAYMENTS * 0.07);
		expect(first.lies).toEqual(HONEST);
		expect(again.lies).toEqual(HONEST);
		expect(good).toBe(true);
	},
	120_000,
);

import fc from 'fast-check';

import { EVENTS, eventOf } from '../../nodes/Qvickly/trigger/events';

const STATUSES = EVENTS.map(([, status]) => status);

describe('the event of a callback', () => {
	it.each(EVENTS.map(([name, status]) => [status, name]))('%s is %s', (status, name) => {
		expect(eventOf(status)).toBe(name);
		expect(eventOf(status, status)).toBe(name);
	});

	it('is none for a status that is no event', () => {
		expect(eventOf('Credited')).toBeUndefined();
	});

	it('is what the look-up says, where it has a word for that', () => {
		fc.assert(
			fc.property(fc.constantFrom(...STATUSES), fc.constantFrom(...EVENTS), (reported, event) => {
				expect(eventOf(reported, event[1])).toBe(event[0]);
			}),
		);
	});

	it.each([
		['Paid', 'Credited', undefined],
		['Created', 'Factoring', 'created'],
		['Created', 'Handling', 'created'],
		['Approved', 'PartPayment', 'approved'],
		['Pending', 'WaitingForPurchase', 'pending'],
		['Cancelled', 'Factoring', undefined],
		['Denied', 'Handling', undefined],
		['Failed', 'WaitingForPurchase', undefined],
	])('%s, when the look-up says %s, is %s', (reported, looked, event) => {
		expect(eventOf(reported, looked)).toBe(event);
	});
});

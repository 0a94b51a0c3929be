import { EVENTS, eventsOf, isBehind } from '../../nodes/Qvickly/trigger/events';

describe('the event of a callback', () => {
	it.each(EVENTS.map(([name, status]) => [status, name]))('%s is %s', (status, name) => {
		expect(new Set(eventsOf(status))).toEqual(new Set([name]));
		expect(new Set(eventsOf(status, status))).toEqual(new Set([name]));
	});

	it('is none for a status that is no event', () => {
		expect(eventsOf('Credited')).toEqual([]);
	});

	it.each([
		['Paid', 'Credited', []],
		['Paid', 'Cancelled', ['cancelled']],
		['Cancelled', 'Paid', ['paid']],
		['Created', 'Paid', ['paid']],
		['Created', 'Denied', ['denied']],
		['Pending', 'Approved', ['approved']],
		['Failed', 'Paid', ['paid']],
		['Created', 'Factoring', ['created']],
		['Created', 'Handling', ['created']],
		['Approved', 'PartPayment', ['approved']],
		['Approved', 'FactoringWithRegress', ['approved']],
		['Pending', 'Factoring', []],
		['Denied', 'Rejected', ['denied']],
		['Paid', 'Rejected', ['denied']],
		['Created', 'Rejected', ['denied']],
		['SomethingNew', 'Paid', ['paid']],
		['SomethingNew', 'SomethingNew', []],
		['Pending', 'Manual', ['pending']],
		['Cancelled', 'Factoring', []],
		['Denied', 'Handling', []],
	])('%s, when the look-up says %s, is %j', (reported, looked, events) => {
		expect(eventsOf(reported, looked)).toEqual(events);
	});

	it('is both where an invoice that is Created is Approved, so that neither is missed', () => {
		expect(eventsOf('Approved', 'Created')).toEqual(['approved', 'created']);
		expect(eventsOf('Created', 'Approved')).toEqual(['created', 'approved']);
	});
});

describe('a look-up', () => {
	const LIFE = ['WaitingForPurchase', 'Pending', 'Created', 'Paid'];

	it('is behind a report of what comes later, and of no other', () => {
		LIFE.forEach((looked, at) =>
			LIFE.forEach((reported, later) => expect(isBehind(looked, reported)).toBe(at < later)),
		);
	});

	it.each([
		['WaitingForBankIDIdentification', 'Created', true],
		['Pending', 'Denied', true],
		['Manual', 'Approved', true],
		['Created', 'Cancelled', true],
		['WaitingForPurchase', 'Failed', true],
		['Approved', 'Created', false],
		['Created', 'Approved', false],
		['Factoring', 'Created', false],
		['Factoring', 'Paid', true],
		['FactoringWithoutRegress', 'Paid', true],
		['FactoringWithoutRegress', 'Cancelled', true],
		['Factoring', 'Denied', false],
		['SomethingNew', 'Paid', true],
		['SomethingNew', 'SomethingNew', false],
		['Rejected', 'Created', false],
		['Credited', 'Paid', false],
		['Paid', 'Cancelled', false],
		['Cancelled', 'Pending', false],
	])('that has %s, when %s is reported: %s', (looked, reported, behind) => {
		expect(isBehind(looked, reported)).toBe(behind);
	});
});

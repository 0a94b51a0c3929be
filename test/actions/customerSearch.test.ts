import { search } from '../../nodes/Qvickly/actions/customer/search.operation';
import { problemOf, sentFor, taskOf, verified } from './tasks';

const CUSTOMER = {
	...{ customerid: 12, name: '*TEST* Åberg', address: 'Testvägen 1', postcode: '211 22' },
	...{ postoffice: 'Malmö', email: '', companyno: '5566778899', mm3servicesid: '1' },
};

const read = (data: object, fields: object = {}) =>
	taskOf(search, { name: 'åberg', ...fields }).call.result(verified(data));

it('asks by the name', () => {
	expect(sentFor(search, { name: ' Åberg ' })).toEqual({ name: 'Åberg' });
	expect(problemOf(search, { name: ' ' })).toBe('the name is empty');
});

it('is about a name without the digits of a personal number, as errors are kept', () => {
	const subjectOf = (name: string) => taskOf(search, { name }).subject;
	expect(subjectOf('Åberg & Co 24')).toBe('the list of customers named "Åberg & Co 24"');
	expect(subjectOf('Åberg 550101-1018')).toBe('the list of customers named "Åberg ****-****"');
});

it('gives one item for each, what is not there as null', () => {
	expect(read([CUSTOMER])).toEqual({
		items: [
			{
				...{ customerid: '12', name: '*TEST* Åberg', organisationNumber: '5566778899' },
				...{ address: 'Testvägen 1', zip: '211 22', city: 'Malmö', country: null, email: null },
				...{ telephone: null, mobile: null, currency: null, language: null },
			},
		],
	});
});

it('gives all that Qvickly gives, if it is not to be simplified', () => {
	expect(read([CUSTOMER], { simple: false })).toEqual({ items: [CUSTOMER] });
	const variant = (simple: boolean) => taskOf(search, { name: 'a', simple }).variant;
	expect(variant(true)).not.toBe(variant(false));
});

it('gives nothing for nobody, and takes what is no list for no answer', () => {
	expect(read([])).toEqual({ items: [] });
	expect(read({ name: 'Åberg' })).toHaveProperty('open');
});

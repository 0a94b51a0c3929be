import { get } from '../../nodes/Qvickly/actions/account/get.operation';
import { getFees } from '../../nodes/Qvickly/actions/account/getFees.operation';
import { getPaymentPlans } from '../../nodes/Qvickly/actions/account/getPaymentPlans.operation';
import { getAddress } from '../../nodes/Qvickly/actions/customer/getAddress.operation';
import { problemOf, sentFor, taskOf, verified } from './tasks';

describe('the account', () => {
	const ACCOUNT = {
		...{ company: 'Qvickly Test', orgregnr: '555555-5555', email: 'a@b.se', phone: '' },
		...{ language: 'sv', checkout: '1', defaultpaymentterms_private: '5' },
		paymentoptions: [{ method: '1' }, { method: 1024 }, { method: '4096' }],
	};
	const look = (data: object, fields: object = {}) =>
		taskOf(get, fields).call.result(verified(data));

	it('has its methods by name, one that is not known by its number, and null for what is empty', () => {
		expect(look(ACCOUNT)).toMatchObject({
			items: [
				{
					...{ methods: ['Invoice', 'Swish', '4096'], phone: null, hasCheckout: true },
					...{ organisationNumber: '555555-5555', dueDaysPerson: '5', dueDaysCompany: null },
				},
			],
		});
	});

	it('is given whole where it is not to be simplified, which is another call', () => {
		expect(look(ACCOUNT, { simple: false })).toEqual({ items: [ACCOUNT] });
		expect(taskOf(get).variant).not.toBe(taskOf(get, { simple: false }).variant);
	});

	it('has a checkout only if Qvickly says so', () => {
		expect(look({ ...ACCOUNT, checkout: '0' })).toMatchObject({ items: [{ hasCheckout: false }] });
	});

	it('proves nothing without its methods', () => {
		expect(look({ company: 'x' })).toHaveProperty('open');
	});
});

describe('payment plans', () => {
	const PLAN = {
		...{ paymentplanid: '1', description: '3 månader', nbrofmonths: '3', monthlycost: '21500' },
		...{ totalfee: '64500', interestrate: '12', expirydate: '0000-00-00', minamount: 10000 },
	};
	const { call } = taskOf(getPaymentPlans);

	it('are a list, their amounts in kronor', () => {
		expect(call.kind).toBe('list');
		expect(call.result(verified([PLAN, { paymentplanid: 2 }]))).toMatchObject({
			items: [
				{
					...{ paymentplanid: '1', months: '3', monthlyCost: '215.00', totalCost: '645.00' },
					...{ minAmount: '100.00', interestRate: '12', expiryDate: null },
				},
				{ paymentplanid: '2', monthlyCost: null },
			],
		});
	});

	it('may be none, but what is no list is no answer', () => {
		expect(call.result(verified([]))).toEqual({ items: [] });
		expect(call.result(verified({}))).toEqual({ open: 'Qvickly answered without a list' });
	});

	it('are asked for by amount, if it can be read', () => {
		expect(sentFor(getPaymentPlans).PaymentData).toEqual({
			...{ currency: 'SEK', country: 'SE', language: 'sv' },
		});
		const asked = sentFor(getPaymentPlans, {}, { amount: '1 250,50 kr' });
		expect(asked.PaymentData).toHaveProperty('totalwithtax', '125050');
		for (const amount of ['1,250', '', undefined]) {
			expect(problemOf(getPaymentPlans, {}, { amount })).toContain("in 'Amount' is not an amount");
		}
	});
});

describe('fees', () => {
	const FEE = {
		...{ feeid: 12345, fee: '1900', fee_tax: '475', fee_taxrate: '25', amount_from: '101' },
		expiration_date: '0000-00-00',
	};
	const described = (description: unknown) => {
		const result = taskOf(getFees).call.result(verified([{ ...FEE, description }]));
		return 'items' in result ? result.items[0]!.description : result;
	};

	it('are a list, the fee itself in kronor, and the range as it comes', () => {
		expect(taskOf(getFees).call.result(verified([FEE]))).toMatchObject({
			items: [
				{
					...{ feeid: '12345', fee: '19.00', tax: '4.75', taxrate: '25' },
					...{ amountFrom: '101', amountTo: null, expiryDate: null },
				},
			],
		});
		expect(taskOf(getFees).call.result(verified({}))).toHaveProperty('open');
	});

	it('are described in Swedish if they are, else as they are, else not', () => {
		const [en, sv] = [
			{ language: 'en', description: 'Fee' },
			{ language: 'sv', description: 'Avgift' },
		];
		expect(described([en, sv])).toBe('Avgift');
		expect(described([en])).toBe('Fee');
		expect(described('')).toBeNull();
	});

	it('are asked for with some data, as Qvickly refuses calls without any', () => {
		expect(Object.keys(sentFor(getFees))).not.toHaveLength(0);
	});
});

describe('an address', () => {
	const FIELDS = { pno: '550101-1018' };
	const result = (answer: object) => taskOf(getAddress, FIELDS).call.result(verified(answer));

	it('is asked for by number and country', () => {
		expect(sentFor(getAddress, FIELDS)).toEqual({ pno: '550101-1018', country: 'SE' });
		for (const pno of [5501011018, ' 5501011018 ']) {
			expect(sentFor(getAddress, { pno, country: ' no ' })).toEqual({
				...{ pno: '5501011018', country: 'NO' },
			});
		}
		expect(sentFor(getAddress, { ...FIELDS, country: '' })).toHaveProperty('country', 'SE');
	});

	it('is about somebody whose number is not shown whole, as errors are kept', () => {
		expect(taskOf(getAddress, FIELDS).subject).not.toContain('1018');
		expect(taskOf(getAddress, FIELDS)).not.toHaveProperty('number');
	});

	it.each([
		['550101-1018', 'the address of customer 550101-****'],
		['195501011018', 'the address of customer 19550101****'],
		['131052-308T', 'the address of customer 131052-****'],
	])('%s is written as %s', (pno, subject) => {
		expect(taskOf(getAddress, { pno }).subject).toBe(subject);
	});

	it.each(['550101 1018', '550101-1018.', '550101-1018 Anna', 'SE550101-1018'])(
		'is refused by %j without showing it whole',
		(pno) => {
			expect(problemOf(getAddress, { pno })).toMatch(
				/^"(SE)?550101[- ]\*{4}" is no personal or organisation number$/,
			);
		},
	);

	it('is that of a person or a company, null for what there is not', () => {
		expect(result({ firstname: 'Test', lastname: 'Person', phone: '' })).toMatchObject({
			items: [{ firstname: 'Test', company: null, phone: null }],
		});
		expect(result({ company: 'AB' })).toMatchObject({ items: [{ company: 'AB' }] });
	});

	it('shows no more than 40 characters of what is no number', () => {
		expect(problemOf(getAddress, { pno: 'x'.repeat(100) })).toMatch(/^"x{40}" is no/);
	});

	it('is none without a name', () => {
		expect(result({ street: 'x', firstname: ' ' })).toEqual({
			open: 'Qvickly answered without a name',
		});
	});

	it.each(['', 'abc', '5501 01', undefined])('is not asked for by %j', (pno) => {
		expect(problemOf(getAddress, { pno })).toMatch(/ is no personal or organisation number$/);
	});
});

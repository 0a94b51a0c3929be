import { methodName } from '../../nodes/Qvickly/api/method';
import { spellStatus } from '../../nodes/Qvickly/api/status';

it.each([
	['Cancelled', 'Cancelled'],
	['Canceled', 'Cancelled'],
	['CANCELED', 'Cancelled'],
	['cancelled', 'Cancelled'],
	['Partpayment', 'PartPayment'],
	['factoringwithregress', 'FactoringWithRegress'],
	[' Paid ', 'Paid'],
	['Not cancelled', 'Not cancelled'],
	[' Brand new ', 'Brand new'],
	['constructor', 'constructor'],
	['', ''],
])('the status "%s" is spelled "%s"', (status, spelled) => {
	expect(spellStatus(status)).toBe(spelled);
});

it.each([
	['1', 'Invoice'],
	['2', 'Handling invoice'],
	['4', 'Part payment'],
	['8', 'Card'],
	['512', 'Swish'],
	['1024', 'Swish'],
	['3', undefined],
	['', undefined],
	['constructor', undefined],
])('the payment method %j is %j', (method, name) => {
	expect(methodName(method)).toBe(name);
});

import { ACTIVATED, CANCEL_REFUSALS } from '../../nodes/Qvickly/actions/payment/cancelCall';
import { CREDIT_REFUSALS } from '../../nodes/Qvickly/actions/payment/creditCall';
import { activate } from '../../nodes/Qvickly/actions/payment/activate.operation';
import type { Task } from '../../nodes/Qvickly/actions/operation';
import { COMMON_MEANINGS, meaningOf, type Meaning } from '../../nodes/Qvickly/api/refusals';

const ACTIVATE_REFUSALS = (activate.prepare(() => '1', {}) as Task).call.refusals;
const tables = {
	any: COMMON_MEANINGS,
	cancelPayment: CANCEL_REFUSALS,
	activatePayment: ACTIVATE_REFUSALS,
	creditPayment: CREDIT_REFUSALS,
};

describe('a refusal of any function with code', () => {
	it.each<[string, RegExp, RegExp, Meaning['settles']]>([
		['5222', /not activated the merchant account/, /support/, 'account'],
		['8705', /test mode/, /Turn off 'Test Mode'/, 'account'],
		['9001', /does not know the function/, /Update this node/, 'account'],
		['9002', /does not offer the function/, /Update this node/, 'account'],
		['9003', /could not read the request/, /proxy/, 'try'],
		['9004', /a parameter is missing/, /Update this node/, 'try'],
		['9005', /request invalid/, /Update this node/, 'try'],
		['9008', /internal problem/, /Wait some minutes/, 'nothing'],
		['9009', /request invalid/, /Update this node/, 'try'],
		['9010', /no merchant ID or no signature/, /'Merchant ID' and 'Secret'/, 'account'],
		['9011', /does not accept the credentials/, /'Merchant ID' and 'Secret'/, 'account'],
		['9012', /may not use this API/, /'Merchant ID'/, 'account'],
		['9013', /does not accept the signature/, /secret/, 'account'],
		['20616', /does not accept the credentials/, /'Merchant ID' and 'Secret'/, 'account'],
	])(
		'%s has a reason and a next step, and settles as much whether signed or not',
		(code, reason, advice, settles) => {
			for (const signed of [true, false]) {
				expect(meaningOf({}, code, signed)).toEqual({
					reason: expect.stringMatching(reason),
					advice: expect.stringMatching(advice),
					settles,
				});
			}
		},
	);
});

describe('a refusal of', () => {
	it.each<[keyof typeof tables, string, RegExp, RegExp, Meaning['settles']]>([
		['cancelPayment', '5198', /number invalid/, /'Payment Number'/, 'matter'],
		['cancelPayment', '5200', /no payment number/, /'Payment Number'/, 'matter'],
		['cancelPayment', '5201', /does not exist/, /'Test Mode'/, 'matter'],
		['cancelPayment', '5202', /status does not allow/, /credited/, 'try'],
		['cancelPayment', ACTIVATED, /already been activated/, /Credit it/, 'matter'],
		['cancelPayment', '5220', /already cancelled/, /'If Already Cancelled'/, 'before'],
		['cancelPayment', '5221', /test person/, /'Test Mode'/, 'try'],
		['cancelPayment', '5261', /card acquirer/, /Try again later/, 'try'],
		['activatePayment', '5201', /does not exist/, /'Test Mode'/, 'matter'],
		['activatePayment', '5206', /credit check said no/, /Cancel it/, 'try'],
		['activatePayment', '5207', /not finished it/, /Wait/, 'try'],
		['activatePayment', '5208', /already activated/, /'If Already Activated'/, 'before'],
		['activatePayment', '5210', /cancelled/, /new payment/, 'matter'],
		['activatePayment', '5221', /test person/, /'Test Mode'/, 'try'],
		['activatePayment', '5223', /a credit/, /by themselves/, 'matter'],
		['activatePayment', '5260', /did not capture/, /try again later/, 'try'],
		['creditPayment', '5201', /does not exist/, /'Test Mode'/, 'matter'],
		['creditPayment', '5205', /not been activated/, /Cancel it instead/, 'try'],
		['creditPayment', '5213', /too little, is left/, /credited before/, 'try'],
		['creditPayment', '5219', /could not credit/, /support, with the log ID/, 'nothing'],
		['creditPayment', '5290', /refund .* failed/, /support/, 'nothing'],
		['creditPayment', '5298', /payout/, /support/, 'nothing'],
		['creditPayment', '61106', /invoice fee/, /portal/, 'try'],
	])(
		'%s with code %s has a reason and a next step of its own',
		(name, code, reason, advice, settles) => {
			expect(meaningOf(tables[name], code, false)).toEqual({
				reason: expect.stringMatching(reason),
				advice: expect.stringMatching(advice),
				settles,
			});
		},
	);

	it.each(Object.entries(tables))('%s always has whole sentences of advice', (_, table) => {
		for (const [code, { reason, advice }] of Object.entries(table)) {
			expect({ code, reason, advice }).toEqual({
				code: expect.stringMatching(/^[1-9]\d{3,5}$/),
				reason: expect.not.stringMatching(/^[A-PR-Z]|\.$/),
				advice: expect.stringMatching(/^[A-Z].*\.$/),
			});
		}
	});
});

it("a call's own meaning goes before the one for any function", () => {
	const own: Meaning = { reason: 'r', advice: 'a', settles: 'matter' };
	expect(meaningOf({ 9008: own }, '9008', false)).toBe(own);
});

describe('a refusal with a code that is not known', () => {
	it.each(['1', '5040', '99999', '', 'constructor', 'toString', '__proto__'])(
		'such as "%s" leaves the word to Qvickly, and settles its try only if it is signed',
		(code) => {
			const meaning = {
				reason: `Qvickly refused it with code ${code}`,
				advice: "Look the code up in Qvickly's documentation, or ask its support.",
			};
			expect(meaningOf(CANCEL_REFUSALS, code, true)).toEqual({ ...meaning, settles: 'try' });
			expect(meaningOf(CANCEL_REFUSALS, code, false)).toEqual({ ...meaning, settles: 'nothing' });
		},
	);
});

import {
	paymentNumberField,
	readPaymentNumber,
} from '../../nodes/Qvickly/actions/payment/paymentNumber';

/** What is said about a value that is refused. */
function problem(value: unknown): string {
	const reading = readPaymentNumber(value);
	if (!('problem' in reading)) throw new Error(`was read as ${reading.number}`);
	expect(reading.advice).toMatch(/^Give 'Payment Number' the digits .* such as 1000235\..*\.$/);
	return reading.problem;
}

describe('a payment number is read from', () => {
	it.each<[string, unknown, string]>([
		['text', '1000235', '1000235'],
		['a number, as JSON and Excel cells have it', 1000235, '1000235'],
		['text with spaces around it', '  1000235 ', '1000235'],
		['text with a line break, as in a CSV', '1000235\r\n', '1000235'],
		['text with a tab', '\t1000235', '1000235'],
		['text with a no-break space, as copied from a page', '\u00a01000235\u00a0', '1000235'],
		['text with the mark at the start of a file', '\ufeff1000235', '1000235'],
		['one digit', '7', '7'],
		['a whole number that was computed', 2000470 / 2, '1000235'],
		['the largest safe integer', 9007199254740991, '9007199254740991'],
		['the largest safe integer as text', '9007199254740991', '9007199254740991'],
	])('%s', (_, value, number) => {
		expect(readPaymentNumber(value)).toEqual({ number });
	});
});

describe('a payment number is empty in', () => {
	it.each<[string, unknown]>([
		['a missing field', undefined],
		['null', null],
		['empty text', ''],
		['spaces', '  '],
		['line breaks', '\r\n'],
	])('%s', (_, value) => {
		expect(problem(value)).toBe('the payment number is empty');
	});
});

describe('a value is refused, and shown, that is', () => {
	it.each<[string, unknown, string]>([
		['zero', 0, '0'],
		['zero as text', '0', '"0"'],
		['negative', -1000235, '-1000235'],
		['negative as text', '-1000235', '"-1000235"'],
		['with a plus sign', '+1000235', '"+1000235"'],
		['a fraction', 1000235.5, '1000235.5'],
		['a fraction as text', '1000235.0', '"1000235.0"'],
		['with an exponent as text', '1e6', '"1e6"'],
		['so large that it has an exponent', 1e21, '1e+21'],
		['beyond the safe integers', 9007199254740992, '9007199254740992'],
		['beyond the safe integers as text', '9007199254740992', '"9007199254740992"'],
		['not a number', NaN, 'NaN'],
		['infinite', Infinity, 'Infinity'],
		['a big integer', 1000235n, '1000235'],
		['true', true, 'true'],
		['false', false, 'false'],
		['an object', { number: '1000235' }, '{"number":"1000235"}'],
		['an empty object', {}, '{}'],
		['a list', ['1000235'], '["1000235"]'],
		['an empty list', [], '[]'],
		['letters', 'order-7', '"order-7"'],
		['in groups', '1 000 235', '"1 000 235"'],
		['with commas', '1,000,235', '"1,000,235"'],
		['two numbers', '1000235,1000236', '"1000235,1000236"'],
		['with a leading zero', '01000235', '"01000235"'],
		['hexadecimal', '0xF4', '"0xF4"'],
		['in digits of another script', '１０００２３５', '"１０００２３５"'],
		['the word undefined', 'undefined', '"undefined"'],
		['an expression that was not worked out', '={{ $json.number }}', '"={{ $json.number }}"'],
		['with a character of no width, shown', '1000\u200b235', '"1000\\u{200b}235"'],
		['with a mark of direction, shown', '\u200e1000235', '"\\u{200e}1000235"'],
		['with a no-break space inside, shown', '1000\u00a0235', '"1000\\u{a0}235"'],
		['with a separator of lines inside, shown', '1\u20282', '"1\\u{2028}2"'],
		['a date', new Date(0), '"1970-01-01T00:00:00.000Z"'],
	])('%s', (_, value, shown) => {
		expect(problem(value)).toBe(`${shown} is not a payment number`);
	});

	it('long, and then shortened to 60 characters', () => {
		const shown = problem('9'.repeat(1000)).replace(' is not a payment number', '');
		expect(shown).toBe(`"${'9'.repeat(58)}…`);
		expect(shown).toHaveLength(60);
	});

	it('just short enough, and then shown whole', () => {
		expect(problem('x'.repeat(58))).toBe(`"${'x'.repeat(58)}" is not a payment number`);
	});
});

it('the field is text, required, and takes an expression', () => {
	expect(paymentNumberField).toMatchObject({
		name: 'number',
		type: 'string',
		required: true,
		default: '',
	});
	expect(paymentNumberField).not.toHaveProperty('noDataExpression');
});

import { readSettings, settingFields } from '../../nodes/Qvickly/actions/settings';

/** The settings where 'Options' has these entries. */
const read = (options: Record<string, unknown>) =>
	readSettings((name, preset) => (name in options ? options[name] : preset));

it('the settings have defaults, also where an expression gives nothing', () => {
	const defaults = { maxParallelRequests: 8, retries: 2, timeout: 30 };
	expect(read({})).toEqual(defaults);
	expect(read({ retries: undefined, timeout: null })).toEqual(defaults);
});

it('the settings are read from numbers and from text, as expressions give it', () => {
	expect(read({ maxParallelRequests: 1, retries: '0', timeout: '300' })).toEqual({
		maxParallelRequests: 1,
		retries: 0,
		timeout: 300,
	});
});

it.each<[string, unknown, string]>([
	[
		'maxParallelRequests',
		0,
		"'Max Parallel Requests' must be a whole number from 1 to 50, but is 0",
	],
	[
		'maxParallelRequests',
		51,
		"'Max Parallel Requests' must be a whole number from 1 to 50, but is 51",
	],
	['retries', -1, "'Retries' must be a whole number from 0 to 10, but is -1"],
	['retries', 1.5, "'Retries' must be a whole number from 0 to 10, but is 1.5"],
	['retries', '', '\'Retries\' must be a whole number from 0 to 10, but is ""'],
	['retries', true, "'Retries' must be a whole number from 0 to 10, but is true"],
	['timeout', 'long', '\'Timeout\' must be a whole number from 1 to 300, but is "long"'],
	['timeout', 301, "'Timeout' must be a whole number from 1 to 300, but is 301"],
])('the setting %s of %j is refused', (name, value, message) => {
	expect(() => read({ [name]: value })).toThrow(message);
});

describe("the text of 'Retries'", () => {
	const text = (kind: Parameters<typeof settingFields>[0]) =>
		settingFields(kind).find(({ name }) => name === 'retries')!.description;

	it('says of a change that trying again is safe', () => {
		expect(text('change')).toContain('This is safe');
	});

	it('says of what is done once that it is not sent again, and never that this is safe', () => {
		expect(text('once')).toContain('never sent again');
		expect(text('once')).not.toContain('safe');
	});

	it.each(['read', 'list'] as const)('does not speak of a %s as of something done', (kind) => {
		expect(text(kind)).not.toMatch(/safe|twice|money/);
	});
});

import { readAccount, safeUrl } from '../../nodes/Qvickly/api/account';

const fields = {
	merchantId: '12345',
	secret: '123456789012',
	testMode: false,
	baseUrl: 'https://api.qvickly.io',
};

const shown = (value: unknown) => (value === undefined ? 'empty' : JSON.stringify(value));

describe('a credential', () => {
	it('is for English and Qvickly unless it says otherwise', () => {
		expect(readAccount(fields)).toEqual({
			...fields,
			language: 'en',
			baseUrl: 'https://api.qvickly.io',
		});
	});

	it('may have spaces around its texts', () => {
		const read = readAccount({
			...fields,
			merchantId: ' 12345\n',
			secret: '\t123456789012 ',
			baseUrl: ' https://a.se ',
		});
		expect(read).toMatchObject({ ...fields, baseUrl: 'https://a.se' });
	});

	it('may give numbers, as expressions do', () => {
		expect(readAccount({ ...fields, merchantId: 12345, secret: 123456789012 })).toMatchObject(
			fields,
		);
	});

	it.each([
		['merchantId', 'Merchant ID'],
		['secret', 'Secret'],
	])('gives text or a number for %s; anything else is refused, and not printed', (name, shown) => {
		const given = [{ id: 'k3y' }, ['k3y'], true, false, NaN, 1.5, 2 ** 53, () => 'k3y'];
		for (const value of given) {
			const read = () => readAccount({ ...fields, [name]: value });
			expect(read).toThrow(
				`'${shown}' in the Qvickly API credential must be text or a whole number`,
			);
			expect(read).not.toThrow(/k3y|object Object/);
		}
	});

	it('is read without the field that n8n works out for the node', () => {
		expect(readAccount({ ...fields, dependsOnItem: 'yes' })).toEqual(readAccount(fields));
	});

	it.each([
		[true, true],
		['true', true],
		[false, false],
		['false', false],
		['TRUE', true],
		[' true\n', true],
	])('with %j for test mode reads as %j', (testMode, read) => {
		expect(readAccount({ ...fields, testMode }).testMode).toBe(read);
	});

	it.each(['', 'yes', 1, '1', null, undefined])(
		'is refused with %j for test mode, rather than taken for live',
		(testMode) => {
			expect(() => readAccount({ ...fields, testMode })).toThrow(
				`'Test Mode' in the Qvickly API credential must be true or false, but is ${shown(testMode)}`,
			);
		},
	);

	it.each([
		['sv', 'sv'],
		['en', 'en'],
		['', 'en'],
		['de', 'en'],
		[undefined, 'en'],
	])('with %j for language reads as %j', (language, read) => {
		expect(readAccount({ ...fields, language }).language).toBe(read);
	});

	it.each(['', ' '])('with %j for base URL means Qvickly', (baseUrl) => {
		expect(readAccount({ ...fields, baseUrl }).baseUrl).toBe('https://api.qvickly.io');
	});

	it.each([undefined, null, 1, ['https://api.qvickly.io']])(
		'with %j for base URL is refused, not taken for the live one',
		(baseUrl) => {
			expect(() => readAccount({ ...fields, baseUrl })).toThrow(
				`'Base URL' in the Qvickly API credential must be text, but is ${shown(baseUrl)}`,
			);
		},
	);

	it.each([
		['merchantId', 'Merchant ID'],
		['secret', 'Secret'],
	])('without %s is refused with the name of the field', (name, shown) => {
		for (const value of [undefined, null, '', ' \n']) {
			expect(() => readAccount({ ...fields, [name]: value })).toThrow(`'${shown}' is empty`);
		}
	});

	it('with an unsafe base URL is refused', () => {
		expect(() => readAccount({ ...fields, baseUrl: 'http://api.qvickly.io' })).toThrow(
			'"http://api.qvickly.io" is not safe',
		);
	});
});

describe('an address', () => {
	it.each([
		'https://api.qvickly.io',
		'https://api.qvickly.io/',
		'HTTPS://API.QVICKLY.IO',
		'https://api.billmate.se:8443/path',
		'https://gateway.företag.se/a/b%20c/',
		'http://localhost:4010',
		'http://LOCALHOST/',
		'http://127.0.0.1:4010/',
		'http://127.1.2.3',
		'http://127.10.20.30',
		'http://[::1]:4010',
	])('%s is safe, and given back unchanged', (address) => {
		expect(safeUrl(address)).toBe(address);
	});

	it('beyond ASCII stays safe however often it is read, also in Node.js 20', () => {
		const address = 'https://gateway.företag.se';
		const read = Array.from({ length: 50_000 }, () => safeUrl(address));
		expect(new Set(read)).toEqual(new Set([address]));
	});

	const REFUSED = (shown: string) =>
		`The address ${JSON.stringify(shown)} is not safe to sign for: it must start with https:// and go on with a host, without user name, "?", "#", spaces or invisible characters. Qvickly's is https://api.qvickly.io`;

	it.each([
		'http://api.qvickly.io',
		'http://localhost.evil.example',
		'http://notlocalhost',
		'http://evil.localhost',
		'http://evil.example/localhost',
		'http://evil.example?localhost',
		'http://evil.example#127.0.0.1',
		'http://127.0.0.1.evil.example',
		'http://127.evil.example',
		'http://128.0.0.1',
		'http://0.0.0.0',
		'http://192.168.1.2',
		'http://[::2]',
		'http://[::ffff:8.8.8.8]',
		'ftp://localhost',
		'file:///etc/hosts',
		'javascript:alert(1)',
		'api.qvickly.io',
		'//api.qvickly.io',
		'localhost:4010',
		'https://',
		'https:// ',
		'',
		'rubbish',
		'https:/api.qvickly.io',
		'https:api.qvickly.io',
		'https:///api.qvickly.io',
		'https:\\\\api.qvickly.io',
		'http:\\\\localhost',
		'https://api.qvickly.io\\@evil.example',
		'https://api.qvickly.io:99999',
		' https://api.qvickly.io',
		'https://api.qvickly.io ',
		'https://api.qvickly.io/a b',
		'ht\ntps://api.qvickly.io',
		'https://api.qvickly.io/\t',
		'https://api.qvickly.io\u0000',
		'https://api.qvickly.io\u200b',
		'https://api.qvickly.io?key=1',
		'https://api.qvickly.io/#top',
	])('%j is refused, and quoted', (address) => {
		expect(() => safeUrl(address)).toThrow(REFUSED(address.replace(/.*@/, 'https://…@')));
	});

	it.each([
		['https://user:pw@api.qvickly.io', 'https://…@api.qvickly.io'],
		['https://user@api.qvickly.io', 'https://…@api.qvickly.io'],
		['http://localhost@evil.example', 'http://…@evil.example'],
		['https://user:p/w@d@api.qvickly.io/', 'https://…@api.qvickly.io/'],
		['https:user:pw@api.qvickly.io', 'https:…@api.qvickly.io'],
		['user:pw@api.qvickly.io', '…@api.qvickly.io'],
	])('%j is refused, and quoted without the password', (address, shown) => {
		expect(() => safeUrl(address)).toThrow(REFUSED(shown));
	});
});

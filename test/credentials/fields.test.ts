import { QvicklyApi } from '../../credentials/QvicklyApi.credentials';

const credential = new QvicklyApi();

/** A field of the credential, by its name. */
const field = (name: string) => credential.properties.find((one) => one.name === name);

/** What the dialog shows. */
const visible = credential.properties.filter(({ type }) => type !== 'hidden');

describe('the credential type', () => {
	it('is known to n8n as qvicklyApi, to people as Qvickly API', () => {
		expect(credential).toMatchObject({ name: 'qvicklyApi', displayName: 'Qvickly API' });
	});

	it('has its fields in the order in which they are filled in', () => {
		expect(visible.map(({ name }) => name)).toEqual([
			'merchantId',
			'secret',
			'testMode',
			'language',
			'baseUrl',
		]);
	});

	it('explains every field in a sentence', () => {
		const descriptions = visible.map(({ description }) => description);
		expect(descriptions).toEqual(descriptions.map(() => expect.stringMatching(/^[A-Z].{30,}/)));
	});

	it.each(['merchantId', 'secret'])('needs %s, and says where to find it', (name) => {
		expect(field(name)).toMatchObject({ type: 'string', required: true, default: '' });
		expect(field(name)?.description).toContain('My account > API credentials');
	});

	it('hides the secret, and nothing else', () => {
		const hidden = credential.properties.filter(
			({ typeOptions }) => typeOptions?.password === true,
		);
		expect(hidden.map(({ name }) => name)).toEqual(['secret']);
	});

	it('acts on live payments unless told otherwise', () => {
		expect(field('testMode')).toMatchObject({ type: 'boolean', default: false });
	});

	it('offers Qvickly messages in English and Swedish, English by default', () => {
		const options = field('language')?.options as Array<{ value: string }>;
		expect(options.map(({ value }) => value).sort()).toEqual(['en', 'sv']);
		expect(field('language')?.default).toBe('en');
	});

	it('reaches Qvickly unless told otherwise', () => {
		expect(field('baseUrl')?.default).toBe('https://api.qvickly.io');
	});

	it('tells the node whether any of the fields that people see is an expression', () => {
		const hidden = credential.properties.filter((one) => !visible.includes(one));
		expect(hidden.map(({ name }) => name)).toEqual(['dependsOnItem']);
		const names = visible.map(({ name }) => `'${name}'`).join(', ');
		expect(hidden[0]?.default).toContain(`[${names}].some(`);
	});

	it('keeps its authentication when n8n copies it', () => {
		expect({ ...credential }.authenticate).toBeInstanceOf(Function);
		expect({ ...credential }.test).toHaveProperty('request');
	});
});

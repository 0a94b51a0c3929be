import { QvicklyApi } from '../../credentials/QvicklyApi.credentials';

const credential = new QvicklyApi();

/** A field of the credential, by its name. */
const field = (name: string) => credential.properties.find((one) => one.name === name);

describe('the credential type', () => {
	it('is known to n8n as qvicklyApi, to people as Qvickly API', () => {
		expect(credential).toMatchObject({ name: 'qvicklyApi', displayName: 'Qvickly API' });
	});

	it('has its fields in the order in which they are filled in', () => {
		expect(credential.properties.map(({ name }) => name)).toEqual([
			'merchantId',
			'secret',
			'testMode',
			'language',
			'baseUrl',
		]);
	});

	it('explains every field in a sentence', () => {
		const descriptions = credential.properties.map(({ description }) => description);
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

	it('keeps its authentication when n8n copies it', () => {
		expect({ ...credential }.authenticate).toBeInstanceOf(Function);
		expect({ ...credential }.test).toHaveProperty('request');
	});
});

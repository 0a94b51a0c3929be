import { n8n, version } from '../package.json';
import { packedFiles, requirePackage } from './packed';

describe('the package, as built', () => {
	const files = packedFiles();

	it('holds what runs and its papers, and nothing else', () => {
		const paths = files.map(({ path }) => path).filter((path) => !path.startsWith('dist/'));
		expect(paths.sort()).toEqual([
			'CHANGELOG.md',
			'LICENSE',
			'README.md',
			'index.js',
			'package.json',
		]);
		const kinds = new Set(
			files.map(({ path }) => path.replace(/^.*\//, '').replace(/^[^.]*\./, '.')),
		);
		expect([...kinds].sort()).toEqual(
			['.dark.svg', '.js', '.json', '.md', '.node.js', '.node.json', '.svg', 'LICENSE']
				.concat('.credentials.js', '.operation.js')
				.sort(),
		);
	});

	it('is under 400 kB without images', () => {
		const bytes = files
			.filter(({ path }) => !path.endsWith('.svg'))
			.reduce((sum, { size }) => sum + size, 0);
		expect(bytes).toBeLessThan(400_000);
	});

	it('has the files that n8n is told of', () => {
		const paths = files.map(({ path }) => path);
		expect(paths).toEqual(expect.arrayContaining([...n8n.nodes, ...n8n.credentials]));
	});

	it('gives the node and the credential when required', () => {
		const { Qvickly, QvicklyApi } = requirePackage();
		expect(new Qvickly().description.name).toBe('qvickly');
		expect(new QvicklyApi().name).toBe('qvicklyApi');
	});

	it('signs with its own version', async () => {
		const { QvicklyApi } = requirePackage();
		const baseUrl = 'https://api.qvickly.io';
		const credential = { merchantId: '1', secret: 's', testMode: false, baseUrl };
		const request = { method: 'POST', url: '/', body: { function: 'f', data: { a: '1' } } };
		const { body } = await new QvicklyApi().authenticate(credential, request);
		expect(JSON.parse(body).credentials.client).toBe(`n8n:Qvickly:${version}`);
	});
});

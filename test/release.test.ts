import manifest from '../package.json';
import { readText } from './packed';
import { notBuilt, problems } from './release';

const ready = { ...manifest, author: { name: 'Anna', email: 'anna@qvickly-node.se' } };
const tag = `v${manifest.version}`;

describe('a release', () => {
	it('may be published under its own tag', () => {
		expect(problems(ready, tag)).toEqual([]);
		expect(problems(ready, tag, 'n8n-nodes-qvickly/n8n-nodes-qvickly')).toEqual([]);
	});

	it.each<[string, object, string]>([
		['e-mail', { author: { name: 'A', email: 'a.b@nodes.example' } }, 'a.b@nodes.example'],
		['e-mail in another way', { author: { name: 'A', email: 'a@example.com' } }, 'a@example.com'],
		['homepage', { homepage: 'https://nodes.example/readme' }, 'nodes.example'],
		['address for faults', { bugs: { url: 'https://bugs.invalid' } }, 'bugs.invalid'],
	])('is refused with a stand-in for the %s', (_, standIn, named) => {
		expect(problems({ ...ready, ...standIn }, tag)).toEqual([
			`package.json still has the stand-in ${named}.`,
		]);
	});

	it('is refused under the tag of another version', () => {
		expect(problems(ready, 'v99.0.0')).toEqual([
			`The tag is v99.0.0, but the version ${manifest.version}.`,
		]);
	});

	it('is refused from a repository that package.json does not name', () => {
		const [problem] = problems(ready, tag, 'someone/fork');
		expect(problem).toContain('but this is someone/fork');
	});

	it('is packed only when it is built', () => {
		expect(manifest.scripts.prepack).toBe('node test/release.js');
		expect(notBuilt('/nowhere', manifest)).toEqual(
			[
				'Qvickly.node',
				'QvicklyTrigger.node',
				'QvicklyPollingTrigger.node',
				'QvicklyApi.credentials',
			].map((name) => expect.stringContaining(`${name}.js is not built. Run: `) as string),
		);
	});

	it('is published by the workflow alone', () => {
		expect(manifest.scripts.prepublishOnly).toMatch(/ && exit 1$/);
	});
});

describe('the workflows on GitHub', () => {
	const publish = readText('.github/workflows/publish.yml');

	it.each(['ci', 'publish'])('name each action by its commit (%s)', (name) => {
		const uses = readText(`.github/workflows/${name}.yml`).match(/uses: .*/g) ?? [];
		expect(uses.length).toBeGreaterThan(3);
		for (const one of uses) expect(one).toMatch(/^uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
	});

	it('let one job publish, which installs, checks out and runs nothing of the repository', () => {
		const [before = '', job = ''] = publish.split('\n  publish:\n');
		expect(before).toContain('\npermissions:\n  contents: read\n');
		expect(before).not.toContain('id-token');
		expect(job).toContain('needs: test');
		expect(job).toContain('permissions:\n      id-token: write\n    steps:');
		expect(job).toContain('--provenance');
		expect(job).not.toMatch(/checkout|npm (ci|install|i|run|test|x|exec)\b|npx|node /);
	});

	it('ask whether the tag may be published before anything is installed', () => {
		const [first] = publish.match(/run: .*/g) ?? [];
		expect(first).toBe('run: node test/release.js "$GITHUB_REF_NAME"');
	});
});

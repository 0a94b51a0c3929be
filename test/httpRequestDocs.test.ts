import { signRequest } from '../nodes/Qvickly/api/signRequest';
import { VERSION } from '../nodes/Qvickly/api/version';
import { jsonBlocks, readText } from './packed';

const page = readText('docs/http-request.md');

/** The cells of a table on the page. @param header of its first column */
function table(header: string): string[][] {
	const [, text = ''] = page.split(new RegExp(`^\\| ${header} .*\\n\\| -.*\\n`, 'm'));
	const lines = text.split('\n');
	const rows = lines.slice(
		0,
		lines.findIndex((line) => !line.startsWith('|')),
	);
	return rows.map((row) => row.split('|').map((cell) => cell.trim().replace(/^`(.*)`$/, '$1')));
}

/** The body that is sent when a user writes a value as JSON text. */
function sent(value: string): string {
	const body = `{"function":"addPayment","data":{"value":${value}}}`;
	const baseUrl = 'https://api.qvickly.io';
	const credential = { merchantId: '12345', secret: 'x', testMode: true, language: 'sv', baseUrl };
	return signRequest({ body }, credential).body;
}

const changed = table('you write').map(([, written = '', outcome = '']) => [written, outcome]);

describe('docs/http-request.md says', () => {
	it('of more than ten values what becomes of them', () =>
		expect(changed.length).toBeGreaterThan(10));

	it.each(changed)('that %s becomes: %s', (written, outcome) => {
		if (outcome === 'refused') expect(() => sent(written)).toThrow("'data.value");
		else expect(sent(written)).toContain(`"data":{"value":${outcome}}`);
	});

	it('which fields the credential adds', () => {
		const { credentials } = JSON.parse(sent('"x"'));
		expect(table('field').map(([, field]) => field)).toEqual(Object.keys(credentials));
		expect(credentials).toMatchObject({
			version: '2.5.0',
			client: `n8n:Qvickly:${VERSION}`,
			language: 'sv',
			test: 'true',
		});
		expect(page).toContain(`Of Qvickly's API: ${credentials.version}`);
	});

	it('the same settings and the same check in every example', () => {
		const examples = jsonBlocks(page)
			.map((json) => JSON.parse(json))
			.filter(({ nodes }) => nodes);
		expect(examples).toHaveLength(4);
		const [first] = examples;
		for (const { nodes } of examples) {
			const { jsonBody, ...settings } = nodes[0].parameters;
			expect(jsonBody).toContain('{{ JSON.stringify($json.number) }}');
			expect(first.nodes[0].parameters).toMatchObject(settings);
			expect(nodes[1]).toEqual(first.nodes[1]);
			expect(nodes[0]).not.toHaveProperty('retryOnFail');
			expect(nodes[0].onError).toBe('continueRegularOutput');
		}
	});
});

// n8n's scanner for community packages, the part that can run offline: its rules, with inline
// configuration ignored, on the source and on what the tarball would hold. The other part, npm's
// provenance, is the publish workflow's.
const { ESLint } = require('eslint');
const { packedFiles } = require('./packed');

async function scan() {
	// @ts-expect-error The scanner has no types.
	const scanner = await import('@n8n/scan-community-package/scanner/scanner.mjs');
	const { buildScanConfig, SOURCE_FILE_PATTERNS } = scanner;
	const eslint = new ESLint({
		allowInlineConfig: false,
		overrideConfigFile: true,
		overrideConfig: await buildScanConfig(),
	});
	const packed = packedFiles()
		.map(({ path }) => path)
		.filter((path) => /\.(js|json)$/.test(path));
	const results = await eslint.lintFiles([...SOURCE_FILE_PATTERNS, ...packed]);
	console.log(`n8n's scanner: ${results.length} files`);
	const formatter = await eslint.loadFormatter('stylish');
	const text = await formatter.format(results);
	if (text) console.log(text);
	return results.some(({ messages }) => messages.length > 0) ? 1 : 0;
}

scan().then((code) => (process.exitCode = code));

// The sandbox in a process of its own, so that its work is not counted as the node's.
const { fork } = require('node:child_process');
const { once } = require('node:events');
const { mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { connect } = require('node:net');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { createServer } = require('node:tls');

const { canMakeCertificates, joinStreams, listen, makeCertificate } = require('../e2e/proxy');
const { MERCHANT, startSandbox } = require('../sandbox/sandbox');

/**
 * @typedef {{
 *   payments: number, first?: number, latency: number, seed?: object, settlement?: string,
 * }} Round `latency` in milliseconds; `seed` what else the payments have; `settlement` the ID of one
 *   that has them all
 * @typedef {{ cancelled: number, done: number, most: number }} Record What came of a round: payments
 *   cancelled, calls of any kind that were not refused, and the most that were under way at once
 */

/** Starts a sandbox as a child process that can be filled anew for every round. */
async function startSandboxProcess() {
	const child = fork(__filename, ['child']);
	const [{ url, secureUrl, certificate }] = await once(child, 'message');
	/** @param {object} message @returns {Promise<any>} */
	const ask = async (message) => {
		child.send(message);
		return (await once(child, 'message'))[0];
	};
	return {
		url: String(url),
		/** The same over TLS, and the file of its certificate; undefined without OpenSSL. */
		secureUrl: /** @type {string | undefined} */ (secureUrl),
		certificate: /** @type {string | undefined} */ (certificate),
		merchant: MERCHANT,
		/** Makes a new one of it, with new payments. @param {Round} round */
		begin: async (round) => void (await ask(round)),
		/** @returns {Promise<Record>} */
		record: async () => await ask({ record: true }),
		stop: () => child.kill(),
	};
}

async function child() {
	let sandbox = await startSandbox();
	const { url } = sandbox;
	/** @param {Round} round */
	const begin = async ({ payments, first = 1_000_000, latency, seed = {}, settlement }) => {
		await sandbox.close();
		const numbers = Array.from({ length: payments }, (_, index) => String(first + index));
		sandbox = await startSandbox({
			port: Number(new URL(url).port),
			latency,
			payments: numbers.map((number) => ({ ...seed, number })),
		});
		if (settlement) {
			sandbox.payments.lists.settlements = [{ id: settlement, date: '2026-01-02', numbers }];
		}
	};
	/** @returns {Record} */
	const record = () => ({
		cancelled: sandbox.payments.changes.length,
		done: sandbox.calls.filter(({ code }) => code === undefined).length,
		most: sandbox.state.most,
	});
	process.on('message', async (/** @type {any} */ message) => {
		if (!message.record) await begin(message);
		process.send?.(record());
	});
	process.on('disconnect', () => process.exit());
	process.send?.({ url, ...(await serveSecurely(url)) });
}

/** Leads TLS connections to a plain server. @param {string} url @returns {Promise<object>} empty without OpenSSL */
async function serveSecurely(url) {
	if (!canMakeCertificates()) return {};
	const folder = mkdtempSync(join(tmpdir(), 'qvickly-bench-'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	const { key, certificate } = makeCertificate('localhost', folder);
	const files = { key: readFileSync(key), cert: readFileSync(certificate) };
	const server = createServer(files, (socket) =>
		joinStreams(socket, connect(Number(new URL(url).port), '127.0.0.1')),
	);
	return { secureUrl: `https://localhost:${await listen(server)}`, certificate };
}

if (process.argv[2] === 'child') void child();

module.exports = { startSandboxProcess };

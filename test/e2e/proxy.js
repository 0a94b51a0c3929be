const { execFileSync, spawnSync } = require('node:child_process');
const { once } = require('node:events');
const { mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { createServer: createHttpServer } = require('node:http');
const { connect } = require('node:net');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { pipeline } = require('node:stream');
const { createServer: createTlsServer } = require('node:tls');

/** Whether OpenSSL is there; says so if not. */
function canMakeCertificates() {
	const isThere = spawnSync('openssl', ['version']).status === 0;
	if (!isThere) console.warn('Skipped the tests with a proxy: they need OpenSSL.');
	return isThere;
}

/** A key and a certificate, as the paths of their files. @param {string} host @param {string} folder */
function makeCertificate(host, folder) {
	const key = join(folder, 'key.pem');
	const certificate = join(folder, 'certificate.pem');
	const names = ['-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`];
	const flags = [
		'-newkey',
		'rsa:2048',
		'-nodes',
		'-days',
		'2',
		'-keyout',
		key,
		'-out',
		certificate,
	];
	execFileSync('openssl', ['req', '-x509', ...flags, ...names], { stdio: 'ignore' });
	return { key, certificate };
}

/** @param {import('node:net').Server} server @returns {Promise<number>} its port */
async function listen(server) {
	await once(server.listen(0, '127.0.0.1'), 'listening');
	return /** @type {import('node:net').AddressInfo} */ (server.address()).port;
}

/** @param {import('node:stream').Duplex} one @param {import('node:stream').Duplex} other */
const joinStreams = (one, other) =>
	// What breaks one end breaks the other, which is all that there is to do about it.
	void pipeline(one, other, one, () => {});

/**
 * A proxy as companies have it: the only way out, for HTTPS. Whatever is asked for, it leads to a
 * server on this machine that has a certificate for one host, so nothing leaves the machine.
 *
 * @param {string} host such as api.qvickly.io
 * @param {string} target address of the plain HTTP server that answers in its place
 */
async function startProxy(host, target) {
	const folder = mkdtempSync(join(tmpdir(), 'qvickly-proxy-'));
	const { key, certificate } = makeCertificate(host, folder);
	const files = { key: readFileSync(key), cert: readFileSync(certificate) };
	const server = createTlsServer(files, (socket) =>
		joinStreams(socket, connect(Number(new URL(target).port), '127.0.0.1')),
	);
	const serverPort = await listen(server);

	/** What the proxy was asked to connect to. @type {string[]} */
	const asked = [];
	const state = { refuses: false };
	const proxy = createHttpServer();
	proxy.on('connect', (request, socket) => {
		asked.push(String(request.url));
		if (state.refuses) return socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
		socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
		joinStreams(socket, connect(serverPort, '127.0.0.1'));
	});
	const url = `http://127.0.0.1:${await listen(proxy)}`;

	function close() {
		proxy.close();
		proxy.closeAllConnections();
		server.close();
		rmSync(folder, { recursive: true, force: true });
	}
	return { url, certificate, asked, state, close };
}

module.exports = { canMakeCertificates, joinStreams, listen, makeCertificate, startProxy };

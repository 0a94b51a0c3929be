const { once } = require('node:events');
const { createServer } = require('node:net');

/** @typedef {{ refuses: boolean | string }} State `refuses` is the one receiver, or all, that it does not take */

/** What a mail server says to what a client sends; it takes everything. @type {Array<[RegExp, string]>} */
const ANSWERS = [
	[/^(HELO|EHLO|MAIL|RCPT|RSET|NOOP)/i, '250 ok'],
	[/^DATA/i, '354 go on'],
	[/^QUIT/i, '221 bye'],
];

/**
 * A mail server that keeps what it is sent.
 *
 * @param {(mail: string) => void} [onMail] told of each
 * @returns {Promise<{ account: object, mails: string[], state: State, close: () => Promise<unknown> }>}
 *   `account` is what n8n's SMTP credential needs
 */
async function startMailbox(onMail) {
	/** @type {string[]} */
	const mails = [];
	/** @type {State} */
	const state = { refuses: false };
	const isRefused = (/** @type {string} */ line) =>
		line.startsWith('RCPT') &&
		(state.refuses === true || (state.refuses && line.includes(state.refuses)));
	const server = createServer((socket) => {
		/** What has arrived of the mail that is under way. @type {string | undefined} */
		let mail;
		let rest = '';
		/** @param {string} line */
		const say = (line) => socket.write(`${line}\r\n`);
		/** @param {string} line */
		const read = (line) => {
			if (mail === undefined) {
				const [, answer = '500 what?'] = ANSWERS.find(([command]) => command.test(line)) ?? [];
				if (line.startsWith('DATA')) mail = '';
				say(isRefused(line) ? '550 no such person' : answer);
			} else if (line === '.') {
				mails.push(mail);
				onMail?.(mail);
				mail = undefined;
				say('250 taken');
			} else {
				mail += `${line}\n`;
			}
		};
		socket.setEncoding('utf8').on('error', () => {});
		socket.on('data', (chunk) => {
			const lines = (rest + chunk).split('\r\n');
			rest = lines.pop() ?? '';
			lines.forEach(read);
		});
		say('220 ready');
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	const account = { host: '127.0.0.1', port, secure: false, disableStartTls: true };
	return { account, mails, state, close: () => new Promise((resolve) => server.close(resolve)) };
}

module.exports = { startMailbox };

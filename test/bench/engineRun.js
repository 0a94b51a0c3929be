// One measured run in n8n's engine, in a process of its own:
// node --expose-gc test/bench/engineRun.js <url> <payments> <node|items|floor> <speed|live>
// "speed" measures time, CPU and the resident set, which holds garbage too; "live" collects the
// garbage over and over and measures what is really held.
// "items" is a node that sends nothing and gives items of the same shape: n8n's own share.
// "floor" is n8n's request helper called with ready-made bodies, and nothing more.
const { join } = require('node:path');

require('../engine/userFolder');

const { createEngine } = require('../engine/engine');
const { MERCHANT } = require('../sandbox/sandbox');
const { PARALLEL } = require('./contenders');
const { BenchPost, readyBody } = require('./nodes/BenchPost.node');

// By its path, so that the type checker does not follow it into dist.
const { Qvickly, QvicklyApi } = require(join(__dirname, '..', '..'));

class Items extends Qvickly {
	/** @this {import('n8n-workflow').IExecuteFunctions} */
	async execute() {
		return [
			this.getInputData().map((_, item) => {
				const number = String(this.getNodeParameter('number', item));
				const url = `https://api.qvickly.io/invoice/${number}`;
				return {
					json: { number, orderid: `order-${number}`, status: 'Cancelled', url },
					pairedItem: { item },
				};
			}),
		];
	}
}

const [url = '', count = '', which = '', mode = ''] = process.argv.slice(2);
const nodes = { node: Qvickly, items: Items, floor: BenchPost };
const engine = createEngine({
	node: nodes[/** @type {keyof typeof nodes} */ (which)],
	credential: QvicklyApi,
});

const account = { merchantId: MERCHANT.id, secret: MERCHANT.secret, testMode: false, baseUrl: url };

/** @param {number} first @param {number} payments */
async function cancel(first, payments) {
	const { success, error } = await engine.run({
		items: Array.from({ length: payments }, (_, index) => ({ number: first + index })),
		parameters: {
			resource: 'payment',
			operation: 'cancel',
			number: '={{ $json.number }}',
			options: {},
			parallel: PARALLEL,
			readyMade: true,
		},
		credential: account,
	});
	if (error || success.length !== payments)
		throw error ?? new Error(`${success.length} of ${payments}`);
	return success;
}

(async () => {
	// Payments for the warm-up come before those of the measured run.
	await cancel(1_000_000, 200);
	if (which === 'floor') {
		for (let index = 0; index < Number(count); index++)
			readyBody(String(1_000_200 + index), account);
	}
	global.gc?.();
	process.send?.(await (mode === 'live' ? measureLive() : measureSpeed()));
})();

/** The most that lives on the heap at any time, in bytes above what lived before. */
async function measureLive() {
	const held = () => {
		global.gc?.();
		return process.memoryUsage().heapUsed;
	};
	const before = held();
	let live = 0;
	const timer = setInterval(() => (live = Math.max(live, held() - before)), 200);
	const items = await cancel(1_000_200, Number(count));
	clearInterval(timer);
	live = Math.max(live, held() - before);
	return { live, items: items.length };
}

/** Seconds, seconds of CPU, and the resident set's growth at its peak, in bytes. */
async function measureSpeed() {
	const before = process.memoryUsage().rss;
	let peak = before;
	const look = () => (peak = Math.max(peak, process.memoryUsage().rss));
	const timer = setInterval(look, 10);
	const cpu = process.cpuUsage();
	const started = performance.now();
	await cancel(1_000_200, Number(count));
	const seconds = (performance.now() - started) / 1000;
	const { user, system } = process.cpuUsage(cpu);
	clearInterval(timer);
	look();
	return { seconds, cpu: (user + system) / 1e6, memory: peak - before };
}

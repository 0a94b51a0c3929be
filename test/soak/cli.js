// npm run soak -- --cancel 20000 --activate 5000 --credit 5000 --cancelOrCredit 5000 --create 5000 --rate 0.1 --seed 1
const { join } = require('node:path');
const { parseArgs } = require('node:util');
const Table = require('cli-table3');

require('../engine/userFolder');

// By its path, so that the type checker does not follow it into dist.
const { Qvickly, QvicklyApi } = require(join(__dirname, '..', '..'));
const { soak } = require('./soak');

const { values } = parseArgs({
	options: {
		cancel: { type: 'string', default: '20000' },
		activate: { type: 'string', default: '5000' },
		credit: { type: 'string', default: '5000' },
		cancelOrCredit: { type: 'string', default: '5000' },
		create: { type: 'string', default: '5000' },
		rate: { type: 'string', default: '0.1' },
		seed: { type: 'string', default: '1' },
	},
});

/** @param {import('./soak').Soaked} soaked */
function show({ operation, payments, first, again, changedFirst, changedAgain, good }) {
	const table = new Table({ head: [operation, 'first round', 'again, without faults'] });
	const row = (
		/** @type {string} */ name,
		/** @type {(round: typeof first) => string | number} */ of,
	) => table.push([name, of(first), of(again)]);
	row('payments', () => payments);
	row('calls', ({ calls }) => calls);
	row('faults met', ({ faults }) => faults);
	row('items that say it is done', ({ done }) => done);
	row('share', ({ done }) => `${((100 * done) / payments).toFixed(2)} %`);
	row('items that say perhaps', ({ perhaps }) => perhaps);
	row('items that failed, by code or outcome', ({ codes }) => listed(codes));
	row('false claims and denials', ({ lies }) => lies.falseClaims.length + lies.falseDenials.length);
	row('done twice', ({ lies }) => lies.doneTwice.length);
	row('lost items', ({ lies }) => lies.lostItems.length);
	row('seconds', ({ seconds }) => seconds.toFixed(1));
	console.log(table.toString());
	const done = operation === 'create' ? 'made' : 'changed';
	console.log(
		`Payments that the first round ${done}: ${changedFirst}; the second: ${changedAgain}`,
	);
	console.log(good ? 'passed' : 'FAILED');
}

/** @param {Record<string, number>} codes */
const listed = (codes) =>
	Object.entries(codes)
		.map(([code, count]) => `${code}: ${count}`)
		.join(', ');

(async () => {
	for (const operation of /** @type {const} */ ([
		'cancel',
		'activate',
		'credit',
		'cancelOrCredit',
		'create',
	])) {
		if (values[operation] === '0') continue;
		const soaked = await soak(
			{ node: Qvickly, credential: QvicklyApi },
			{
				operation,
				payments: Number(values[operation]),
				rate: Number(values.rate),
				seed: values.seed,
			},
		);
		show(soaked);
		if (!soaked.good) process.exitCode = 1;
	}
})();

// npm run soak -- --payments 20000 --rate 0.1 --seed 1
const { join } = require('node:path');
const { parseArgs } = require('node:util');
const Table = require('cli-table3');

require('../engine/userFolder');

// By its path, so that the type checker does not follow it into dist.
const { Qvickly, QvicklyApi } = require(join(__dirname, '..', '..'));
const { soak } = require('./soak');

const { values } = parseArgs({
	options: {
		payments: { type: 'string', default: '20000' },
		rate: { type: 'string', default: '0.1' },
		seed: { type: 'string', default: '1' },
	},
});

(async () => {
	const payments = Number(values.payments);
	const options = { payments, rate: Number(values.rate), seed: values.seed };
	const { first, again, changes, changedAgain } = await soak(
		{ node: Qvickly, credential: QvicklyApi },
		options,
	);
	const table = new Table({ head: ['', 'first round', 'again, without faults'] });
	const row = (
		/** @type {string} */ name,
		/** @type {(round: typeof first) => string | number} */ of,
	) => table.push([name, of(first), of(again)]);
	row('payments', () => payments);
	row('calls', ({ calls }) => calls);
	row('faults met', ({ faults }) => faults);
	row('items that say cancelled', ({ cancelled }) => cancelled);
	row('share', ({ cancelled }) => `${((100 * cancelled) / payments).toFixed(2)} %`);
	row('false claims', ({ lies }) => lies.falseClaims.length + lies.falseDenials.length);
	row(
		'lost items or cancellations',
		({ lies }) => lies.lostItems.length + lies.lostCancellations.length,
	);
	row('seconds', ({ seconds }) => seconds.toFixed(1));
	console.log(table.toString());
	console.log(
		`Payments that the first round cancelled: ${changes}; the second: ${changedAgain}, the rest`,
	);
	const honest = [first, again].every(({ lies }) =>
		Object.values(lies).every((list) => list.length === 0),
	);
	const good =
		honest &&
		first.cancelled >= 0.995 * payments &&
		again.cancelled === payments &&
		changedAgain === payments - changes;
	console.log(good ? 'passed' : 'FAILED');
	process.exitCode = good ? 0 : 1;
})();

// Starts the sandbox alone: npm run sandbox -- --port 4010 --payments 20 --latency 100
const { parseArgs } = require('node:util');

const { MERCHANT, startSandbox } = require('./sandbox');

const { values } = parseArgs({
	options: {
		port: { type: 'string', default: '4010' },
		payments: { type: 'string', default: '20' },
		first: { type: 'string', default: '1000235' },
		latency: { type: 'string', default: '0' },
		test: { type: 'boolean', default: false },
	},
});

const first = Number(values.first);
const payments = Array.from({ length: Number(values.payments) }, (_, index) => ({
	number: first + index,
	test: values.test,
}));

startSandbox({
	port: Number(values.port),
	latency: Number(values.latency),
	payments,
	pages: true,
	onCall: ({ function: name, number, orderid, code, changed }) =>
		console.log(`${name} ${number || orderid} -> ${code ?? (changed ? 'done' : 'ok')}`),
}).then(({ url }) => {
	console.log(`Qvickly sandbox at ${url}`);
	console.log(`Merchant ID ${MERCHANT.id}, secret ${MERCHANT.secret}`);
	console.log('The url of each payment is a page to play the customer on');
	console.log(
		`${payments.length} ${values.test ? 'test' : 'live'} payments, ${first} to ${first + payments.length - 1}`,
	);
});

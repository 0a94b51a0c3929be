const { METHODS, cartFor, urlsOf } = require('./results');
const { choicesOf, isCheckout, isWaiting } = require('./finishing');

/** @typedef {import('./finishing').Ending} Ending */
/** @typedef {import('./seeds').Payment | import('./checkouts').Checkout} Subject */

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 3rem auto; max-width: 36rem; padding: 0 1rem; }
h1 { font-size: 1.4rem; margin: 0; }
p.status { margin: 0.2rem 0 1.5rem; opacity: 0.75; }
table { border-collapse: collapse; width: 100%; }
td, th { border-bottom: 1px solid #8884; padding: 0.4rem 0; text-align: left; }
td:last-child { text-align: right; white-space: nowrap; }
tr:last-child td { border: 0; font-weight: 600; }
form { display: flex; flex-wrap: wrap; gap: 0.6rem; margin: 1.5rem 0; }
button { border: 1px solid #8886; border-radius: 0.4rem; cursor: pointer; font: inherit; padding: 0.5rem 1rem; }
button.main { background: #0a6b4f; border-color: #0a6b4f; color: #fff; }
footer { border-top: 1px solid #8884; font-size: 0.85rem; margin-top: 2rem; opacity: 0.75; padding-top: 0.5rem; }
`;

/** @param {unknown} value */
const escape = (value) =>
	String(value).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** @param {string} öre @param {string} currency */
const money = (öre, currency) => {
	const digits = String(öre).replace('-', '').padStart(3, '0');
	const sign = String(öre).startsWith('-') ? '−' : '';
	return `${sign}${digits.slice(0, -2)},${digits.slice(-2)} ${currency}`;
};

/** @param {string} ending @param {string} label @param {number} [method] */
const button = (ending, label, method) =>
	`<button name="ending" value="${ending}${method ? ` ${method}` : ''}"${ending === 'paid' ? ' class="main"' : ''}>${label}</button>`;

/** What the customer can do, or the credit check. @param {Subject} subject */
function buttonsOf(subject) {
	const { status } = subject;
	const deny = button('denied', 'Be denied');
	const cancel = button('cancelled', 'Cancel');
	const fail = button('failed', 'Fail');
	if (status === 'Pending' || status === 'Manual')
		return button('paid', 'Approve') + button('denied', 'Deny');
	if (status === 'WaitingForBankIDIdentification') {
		return button('paid', 'Sign with BankID') + deny + cancel;
	}
	const choices = choicesOf(subject);
	const pay = choices.length
		? choices.map((method) => button('paid', `Pay by ${nameOf(method)}`, method)).join('')
		: button('paid', 'Pay');
	return pay + deny + cancel + fail;
}

/** @param {number} method */
const nameOf = (method) => ({ 1: 'invoice', 8: 'card', 1024: 'Swish' })[method] ?? METHODS[method];

/** @param {Subject} subject */
function rowsOf(subject) {
	const { Articles, Cart } = cartFor(/** @type {import('./seeds').Payment} */ (subject));
	const rows = Articles.map((row) => {
		const isText = row.artnr === '--freetext--';
		const amount = isText ? '' : money(row.withouttax, subject.currency);
		return [isText ? row.title : `${row.quantity} × ${row.title}`, amount];
	});
	/** @type {Array<[string, any]>} */
	const more = [
		['Handling', Cart.Handling?.withouttax],
		['Shipping', Cart.Shipping?.withouttax],
		['VAT', Cart.Total.tax],
		['Rounding', Cart.Total.rounding],
	];
	for (const [name, amount] of more) {
		if (amount && amount !== '0') rows.push([name, money(amount, subject.currency)]);
	}
	rows.push(['To pay', money(Cart.Total.withtax, subject.currency)]);
	return rows.map(
		([title, amount]) => `<tr><td>${escape(title)}</td><td>${escape(amount)}</td></tr>`,
	);
}

/** Where the customer goes on. @param {Subject} subject */
function wayBack(subject) {
	const { accepturl, cancelurl } = urlsOf(/** @type {import('./seeds').Payment} */ (subject));
	const isBad = ['Cancelled', 'Denied', 'Failed'].includes(subject.status);
	const url = isBad ? cancelurl : accepturl;
	return /^https?:\/\//.test(url) ? `<p><a href="${escape(url)}">Back to the shop</a></p>` : '';
}

/** The page of a payment or checkout. @param {Subject} subject */
function pageOf(subject) {
	const what = isCheckout(subject) ? 'Checkout' : (METHODS[subject.method] ?? 'Betalning');
	const became = isCheckout(subject) ? subject.payment : undefined;
	const status = became ? `${became.status}, as payment ${became.number}` : subject.status;
	return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Order ${escape(subject.orderid)}</title><style>${STYLE}</style></head>
<body>
<h1>Order ${escape(subject.orderid)}</h1>
<p class="status">${escape(what)} ${escape(subject.number)}${subject.test ? ', test mode' : ''} · <strong>${escape(status)}</strong></p>
<table>${rowsOf(subject).join('')}</table>
${isWaiting(subject) ? `<form method="post">${buttonsOf(subject)}</form>` : wayBack(became ?? subject)}
<footer>The sandbox's own page: play the customer. Nothing is paid; only this machine is called back.</footer>
</body>
</html>`;
}

const NOT_FOUND = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Not found</title><style>${STYLE}</style></head><body><h1>There is no such payment.</h1></body></html>`;

module.exports = { NOT_FOUND, pageOf };

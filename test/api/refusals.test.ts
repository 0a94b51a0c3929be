import { explainRefusal } from '../../nodes/Qvickly/api/refusals';

const DEFAULT = explainRefusal('1').advice;

describe('the refusal with code', () => {
	it.each<[string, RegExp, RegExp]>([
		['5198', /number invalid/, /'Payment Number'/],
		['5200', /no payment number/, /'Payment Number'/],
		['5201', /does not exist/, /'Test Mode'/],
		['5202', /status does not allow/, /portal/],
		['5209', /already been activated/, /Credit it/],
		['5220', /already cancelled/, /'If Already Cancelled'/],
		['5221', /test person/, /'Test Mode'/],
		['5222', /not activated the merchant account/, /support/],
		['5261', /card acquirer/, /Try again later/],
		['8705', /test mode/, /Turn off 'Test Mode'/],
		['9001', /does not know the function/, /Update this node/],
		['9002', /does not offer the function/, /Update this node/],
		['9003', /could not read the request/, /proxy/],
		['9004', /a parameter is missing/, /Update this node/],
		['9005', /request invalid/, /Update this node/],
		['9008', /internal problem/, /Run it again later/],
		['9009', /request invalid/, /Update this node/],
		['9010', /no merchant ID or no signature/, /'Merchant ID' and 'Secret'/],
		['9011', /does not accept the credentials/, /'Merchant ID' and 'Secret'/],
		['9012', /may not use this API/, /'Merchant ID'/],
		['9013', /does not accept the signature/, /secret/],
	])('%s has a reason and a next step of its own', (code, reason, advice) => {
		const explanation = explainRefusal(code);
		expect(explanation.reason).toMatch(reason);
		expect(explanation.advice).toMatch(advice);
		expect(explanation.advice).toMatch(/^[A-Z].*\.$/);
		expect(explanation.advice).not.toBe(DEFAULT);
	});

	it.each(['1', '5208', '99999', '', 'constructor', 'toString', '__proto__'])(
		'"%s", which is not in the table, leaves the word to Qvickly',
		(code) => {
			expect(explainRefusal(code)).toEqual({
				reason: `Qvickly refused it with code ${code}`,
				advice: expect.stringContaining("Qvickly's own message says why."),
			});
		},
	);
});

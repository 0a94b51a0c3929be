import { getTerms } from '../../nodes/Qvickly/actions/account/getTerms.operation';
import type { Reply } from '../../nodes/Qvickly/transport/connect';
import { taskOf } from '../actions/tasks';
import { http, info, refusal, reset, settled, signed, textOf, unverified, wish } from './settling';

const terms = taskOf(getTerms, { type: 'card', amount: '100' });
const PAGE = '<!DOCTYPE html><html><body>Villkor</body></html>';
const page = (text: string) => ({ kind: 'unreadable', text }) as Reply;

describe('a page, which is not signed,', () => {
	it('is what the terms are', async () => {
		const { outcome } = await settled(terms, [page(PAGE)]);
		expect(outcome).toEqual({ items: [{ method: '8', html: PAGE }] });
	});

	it.each<[string, Reply]>([
		['it was cut', page(PAGE.slice(0, -9))],
		['it is empty', page('')],
		['there is JSON in its place', page('{"terms":"none"}')],
		['an answer without a right signature came', unverified],
		['an answer without terms came', signed({ result: 'OK' })],
		['the server failed', http(503)],
		['the connection broke', reset],
	])('is asked for again where %s', async (_, reply) => {
		const { outcome, called } = await settled(terms, [reply, page(PAGE)], 1);
		expect(outcome).toHaveProperty('items');
		expect(called).toEqual(['getTerms', 'getTerms']);
		const { outcome: none } = await settled(terms, [reply, reply], 1);
		expect(none).toHaveProperty('outcome', 'unanswered');
		expect(textOf(none)).toMatch(
			/^The terms of card could not be looked up: .*Nothing was changed\./,
		);
	});

	it.each(['7030', '7033'])('is not asked for again after the refusal %s', async (code) => {
		const { outcome } = await settled(terms, [refusal(code)], 2);
		expect(outcome).toMatchObject({ outcome: 'refused', refusal: { code } });
	});

	it('is an answer to nothing else', async () => {
		const { outcome } = await settled(wish('get'), [page(PAGE), page(PAGE)], 1);
		expect(textOf(outcome)).toContain('what came is not an answer of Qvickly');
		expect(await settled(wish('get'), [page(PAGE), info('Paid')], 1)).toHaveProperty(
			'outcome.items',
		);
	});
});

import { readText } from '../packed';
import { asShown, inData, pageExample } from './httpRequestPage';
import { PART, TITLES, effects, newReady, run } from './httpRequestRun';
import { eachPayment, type Node } from './nodes';
import { sandbox } from './running';
import { deploy, fields, newPayments, unknownNumber } from './workflow';

/** Lets through the items that meet a condition. */
const filter = (leftValue: string): Node => ({
	name: 'Filter',
	type: 'n8n-nodes-base.filter',
	typeVersion: 2.2,
	parameters: {
		conditions: {
			combinator: 'and',
			options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
			conditions: [
				{
					id: 'refused',
					leftValue,
					rightValue: '',
					operator: { type: 'boolean', operation: 'true', singleValue: true },
				},
			],
		},
		options: {},
	},
});

afterEach(() => {
	sandbox.state.faults = undefined;
	sandbox.state.refuseInData = false;
});

describe('the page warns', () => {
	it.each(TITLES)('%s: that the signature of the answer is not checked', async (title) => {
		const [number = ''] = newReady(title);
		sandbox.state.faults = () => 'badSignature:before';
		expect((await run(title, [{ number }])).done).toHaveLength(1);
		expect(effects([number])).toMatchObject({ changes: [], credits: [] });
	});

	it('that Retry On Fail sends a part that was credited again, and it is credited again', async () => {
		const [number = ''] = newReady('Credit a part of a payment');
		const { nodes, connections, first } = pageExample('Credit a part of a payment');
		sandbox.state.faults = ({ earlier }) => (earlier === 0 ? 'reset' : undefined);
		const retrying = nodes.map((node) =>
			node.name === first ? { ...node, onError: 'stopWorkflow', retryOnFail: true } : node,
		);
		const { post } = await deploy(
			[eachPayment, ...retrying],
			[`Webhook > Payments > ${first}`, ...connections],
		);
		await post({ payments: [{ ...PART, number }] });
		expect(effects([number]).credits).toEqual([5000, 5000]);
	});

	it('that the condition for refusals alone takes what is unclear for no refusal', async () => {
		const condition = /`(\{\{ Number\(\$json\.code \?\? .* > 999 \}\})`/.exec(
			readText('docs/http-request.md'),
		)?.[1];
		const { nodes, first } = pageExample('Look up a payment');
		const [good = '', lost = ''] = newPayments(2);
		const unknown = unknownNumber();
		sandbox.state.faults = ({ number }) => (number === lost ? 'http503' : undefined);
		for (const inside of [false, true]) {
			sandbox.state.refuseInData = inside;
			const { post } = await deploy(
				[eachPayment, nodes[0]!, filter(`=${condition}`)],
				[`Webhook > Payments > ${first} > Filter`],
			);
			const { output } = await post({
				payments: [good, unknown, lost].map((number) => ({ number })),
			});
			const refused = pageExample('Look up a payment').refused;
			expect(fields(output('Filter'))).toEqual([
				asShown(inside ? inData(refused) : refused, unknown),
			]);
		}
	});
});

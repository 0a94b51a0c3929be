import type { INode } from 'n8n-workflow';

import { errorItem, nodeError, outputItems } from '../../nodes/Qvickly/run/errors';
import type { Failure } from '../../nodes/Qvickly/run/outcome';

const node = (type: string): INode => ({
	id: '1',
	name: 'Qvickly',
	type: `n8n-nodes-qvickly.${type}`,
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
});

const failures: Array<Failure['outcome']> = ['invalid', 'refused'];

describe.each(failures)('the error of a payment that is %s', (outcome) => {
	const failure = { outcome, message: 'It was not cancelled', advice: 'Credit it instead.' };

	it('says what happened in its message, and what to do below it', () => {
		const { message, description } = nodeError(node('qvickly'), failure, 0);
		expect({ message, description }).toEqual({
			message: 'It was not cancelled',
			description: 'Credit it instead.',
		});
	});

	it('says both in its message if the node is a tool, as a model gets nothing else', () => {
		const { message } = nodeError(node('qvicklyTool'), failure, 0);
		expect(message).toBe('It was not cancelled. Credit it instead.');
	});
});

const failure: Failure = {
	outcome: 'refused',
	message: 'Payment 1 was not cancelled: it is sent',
	advice: 'Credit it.',
	number: '1',
	refusal: { kind: 'refused', code: '5209', message: 'Sent.', logid: '77', signed: false },
};

describe("n8n's error", () => {
	it("is one of the node's use where an item cannot be used, and else one of the service", () => {
		const named = (outcome: Failure['outcome']) =>
			nodeError(node('qvickly'), { ...failure, outcome }).name;
		expect([named('invalid'), named('refused')]).toEqual(['NodeOperationError', 'NodeApiError']);
	});

	it('keeps what became of the others, if there is anything', () => {
		const data = { cancelled: [{ item: 0 }] };
		expect(nodeError(node('qvickly'), failure, 0, data).context.data).toBe(data);
		expect(nodeError(node('qvickly'), failure, 0).context).not.toHaveProperty('data');
	});

	it("has Qvickly's answer", () => {
		const { refusal, ...others } = failure;
		expect(nodeError(node('qvickly'), failure)).toHaveProperty('errorResponse.qvickly', refusal);
		expect(nodeError(node('qvickly'), others)).toHaveProperty('errorResponse.qvickly', null);
	});
});

describe("Qvickly's own words", () => {
	const description = (change: object) =>
		nodeError(node('qvickly'), {
			...failure,
			refusal: { ...failure.refusal!, ...change },
		}).description;

	it('are quoted below the advice, with code and log ID', () => {
		expect(description({})).toBe(`Credit it. Qvickly's own words: "Sent." (code 5209, log ID 77).`);
	});

	it('are left out where it gave none, as is its log ID', () => {
		expect(description({ message: '' })).toBe("Credit it. Qvickly's code: 5209, log ID 77.");
		expect(description({ message: '' })).not.toContain('""');
		expect(description({ logid: '' })).toMatch(/"Sent\." \(code 5209\)\.$/);
	});
});

describe('an error item', () => {
	it('has no field but error, which says what happened', () => {
		expect(errorItem(failure, 3)).toEqual({
			json: {
				error: {
					message: failure.message,
					description: expect.stringMatching(/^Credit it\. Qvickly's own words/),
					details: {
						outcome: 'refused',
						number: '1',
						code: '5209',
						message: 'Sent.',
						logid: '77',
					},
				},
			},
			pairedItem: { item: 3 },
		});
	});

	it('has no number where the item is about no payment', () => {
		const { number, ...others } = failure;
		const { error } = errorItem(others, 0).json;
		expect(error).toHaveProperty('details.outcome', 'refused');
		expect(error).not.toHaveProperty('details.number');
		expect(number).toBe('1');
	});

	it('says that nothing was sent for an item that cannot be used', () => {
		const { json } = errorItem({ outcome: 'invalid', message: 'm', advice: 'Do it.' }, 0);
		expect(json.error).toEqual({
			message: 'm',
			description: 'Nothing was sent for it. Do it.',
			details: { outcome: 'invalid' },
		});
	});
});

it('all output items of an input item are linked to it', () => {
	const items = [{ a: 1 }, { a: 2 }];
	expect(outputItems({ items }, 5)).toEqual(
		items.map((json) => ({ json, pairedItem: { item: 5 } })),
	);
	expect(outputItems(failure, 5)).toEqual([errorItem(failure, 5)]);
});

it('a message is left as it is, whatever words of n8n it has in it', () => {
	const message = 'Payment "eexist" was not cancelled';
	expect(nodeError(node('qvickly'), { ...failure, message }).message).toBe(message);
});

import type { INode } from 'n8n-workflow';

import { nodeError, type Failure } from '../../nodes/Qvickly/run/outcome';

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

const fastify = require('fastify');

/**
 * @typedef {{ role: string, content: string | null }} Message
 * @typedef {{ name: string, description: string, parameters: any }} Tool
 * @typedef {{ model: string, messages: Message[], tools?: Array<{ function: Tool }> }} Asked
 */

/**
 * A server that speaks OpenAI's chat completions in place of a language model. It calls the first
 * tool with the number in the user's words; once the tool has answered, it repeats that.
 *
 * @param {(number: string) => object} [valuesFor] what it calls the tool with, if not as one that is approved
 */
async function startFakeModel(valuesFor = ofApproved) {
	/** @type {Asked[]} */
	const asked = [];
	const server = fastify({ forceCloseConnections: true });
	server.post('/v1/chat/completions', async ({ body }) => {
		const request = /** @type {Asked} */ (body);
		asked.push(request);
		const message = { role: 'assistant', content: null, ...next(request, valuesFor) };
		return {
			id: 'chatcmpl-1',
			object: 'chat.completion',
			created: 1_700_000_000,
			model: request.model,
			choices: [{ index: 0, message, finish_reason: message.content ? 'stop' : 'tool_calls' }],
			usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
		};
	});
	const url = await server.listen({ port: 0, host: '127.0.0.1' });
	return {
		/** For the field "Base URL" of n8n's OpenAI credential. */
		url: `${url}/v1`,
		/** All that n8n has asked the model, in order. */
		asked,
		close: () => server.close(),
	};
}

/** The second are the approval's own, of which the example has none. @param {string} number */
const ofApproved = (number) => ({ toolParameters: { Payment_Number: number }, hitlParameters: {} });

/** What the model says next. @param {Asked} request @param {(number: string) => object} valuesFor */
function next({ messages, tools = [] }, valuesFor) {
	const last = messages.at(-1);
	if (last?.role === 'tool') return { content: `The tool said: ${last.content}` };
	const [number = ''] = /\d+/.exec(last?.content ?? '') ?? [];
	const values = JSON.stringify(valuesFor(number));
	const call = { name: tools[0]?.function.name, arguments: values };
	return { tool_calls: [{ id: `call_${number}`, type: 'function', function: call }] };
}

module.exports = { startFakeModel };

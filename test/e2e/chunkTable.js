/** The columns of the table that the example for long lists keeps its chunks in. */
const COLUMNS = {
	...{ list: 'string', rows: 'string', url: 'string', state: 'string', execution: 'string' },
	...{ results: 'string', chunk: 'number', chunks: 'number', tries: 'number' },
};

/**
 * Makes that table, as its notes on the canvas tell the user to.
 *
 * @param {Pick<import('./n8n').N8n, 'request'>} n8n
 * @returns {Promise<string>} its ID
 */
async function createChunkTable({ request }) {
	const { id: project } = await request('GET', '/rest/projects/personal');
	const columns = Object.entries(COLUMNS).map(([name, type]) => ({ name, type }));
	const table = { name: 'qvickly-chunks', columns };
	const { id } = await request('POST', `/rest/projects/${project}/data-tables`, table);
	return id;
}

module.exports = { createChunkTable };

/** The n8n and the sandbox that test/e2e/environment.js started. */
module.exports = /** @type {{ running: import('./environment').Running }} */ (
	/** @type {unknown} */ (globalThis)
).running;

const { existsSync, mkdirSync } = require('node:fs');
const { join } = require('node:path');
const { chromium, selectors } = require('playwright-core');

const { n8n } = require('../running');
const { until } = require('../until');

const ROOT = join(__dirname, '..', '..', '..');

/** Where Chromium, or Chrome, usually is. The environment variable CHROMIUM goes before them. */
const PLACES = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const executablePath = process.env.CHROMIUM ?? PLACES.find((path) => existsSync(path));

const ARGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	// Nothing but this machine can be reached.
	'--no-proxy-server',
	'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

selectors.setTestIdAttribute('data-test-id');

/** @type {Promise<import('playwright-core').BrowserContext> | undefined} */
let browser;

/**
 * One browser for all tests of a file, and one cache for all files: loading n8n's editor anew takes
 * most of a test's time.
 */
async function start() {
	const context = await chromium.launchPersistentContext(join(n8n.folder, 'browser'), {
		...{ executablePath, args: ARGS, viewport: { width: 1440, height: 800 } },
		// n8n does nothing for a click on "Approve" of what calls itself HeadlessChrome.
		userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0',
	});
	context.setDefaultTimeout(30_000);
	return context;
}

/**
 * Leaves nothing of what the editor remembers of another test, but that n8n's owner is logged in: in
 * production n8n allows five logins a minute.
 */
async function beginAnew(/** @type {import('playwright-core').BrowserContext} */ context) {
	const [blank, ...others] = context.pages();
	for (const page of others) await page.close();
	const session = await context.newCDPSession(
		/** @type {import('playwright-core').Page} */ (blank),
	);
	const storageTypes = 'indexeddb,local_storage';
	await session.send('Storage.clearDataForOrigin', { origin: n8n.url, storageTypes });
	await session.detach();
	if ((await context.request.get(`${n8n.url}/rest/login`)).ok()) return;
	const { email, password } = n8n.login;
	const data = { emailOrLdapLoginId: email, password };
	await context.request.post(`${n8n.url}/rest/login`, { data, failOnStatusCode: true });
}

// A browser on a busy machine can be late; what failed the first time is in the output.
jest.retryTimes(1, { logErrorsBeforeRetry: true });

afterAll(async () => await (await browser)?.close());

/**
 * A test in a real browser. Where there is none it is skipped, and says so. If it fails, what the
 * page looked like is left in the folder .tmp/browser.
 *
 * @param {string} name
 * @param {(page: import('playwright-core').Page) => Promise<void>} test gets a page of its own, on
 *   which n8n's owner is logged in
 */
function itInBrowser(name, test) {
	if (!executablePath) {
		if (process.env.GITHUB_ACTIONS) throw new Error('There is no Chrome or Chromium');
		console.warn(
			`Skipped "${name}": it needs Chromium, which is not installed here (in Debian: apt-get install chromium), or its path in the environment variable CHROMIUM.`,
		);
		return it.skip(name, () => {});
	}
	return it(name, async () => {
		const context = await (browser ??= start());
		await beginAnew(context);
		const page = await context.newPage();
		try {
			await test(page);
		} catch (error) {
			const folder = join(ROOT, '.tmp', 'browser');
			mkdirSync(folder, { recursive: true });
			await page.screenshot({ path: join(folder, `${name.replace(/\W+/g, '-')}.png`) });
			throw error;
		}
	});
}

/** n8n's messages in the corner, and a leftover of its code editor. */
const PASSING = '.el-notification, #cm-tooltip-container';

/** What lies over a workflow. */
const CONTROLS = [
	'.n8n-segment-control:not([data-test-id=ndv] *)',
	...[
		'canvas-controls',
		'execute-workflow-button',
		'workflow-chat-button',
		'node-creator-plus-button',
		'command-bar-button',
		'add-sticky-button',
		'toggle-focus-panel-button',
		'instance-ai-canvas-action-button',
	].map((id) => `[data-test-id=${id}]`),
].join();

/**
 * A picture for the documents. Only `npm run screenshots` keeps it.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} name of the file in docs/images, without its ending
 * @param {import('playwright-core').Locator} [part] of the page
 */
async function picture(page, name, part) {
	if (!process.env.QVICKLY_SCREENSHOTS) return;
	const size = page.viewportSize();
	await page.mouse.move(0, 0);
	// A node needs less height than the editor has.
	if (!part) await page.setViewportSize({ width: 1440, height: 600 });
	// A button may still turn after what it started is done, and as long as a workflow waits.
	const isWaiting = (await page.locator('[data-test-id=canvas-node] .waiting').count()) > 0;
	const spinner = page.locator('button .n8n-spinner').first();
	if (!isWaiting) await spinner.waitFor({ state: 'detached' });
	const path = join(ROOT, 'docs', 'images', `${name}.png`);
	const style = `${PASSING} { display: none !important } ${part ? CONTROLS : 'none'} { visibility: hidden }`;
	await standsStill(
		async () => await (part ?? page).screenshot({ path, style, animations: 'disabled' }),
	);
	if (size) await page.setViewportSize(size);
}

/**
 * Takes a picture until two are the same: n8n's buttons fade their labels in when they are done.
 *
 * @param {() => Promise<Buffer>} take
 */
async function standsStill(take) {
	let before = await take();
	await until('the page to stand still', 10, async () => {
		const now = await take();
		const isSame = now.equals(before);
		before = now;
		return isSame || undefined;
	});
}

module.exports = { itInBrowser, picture };

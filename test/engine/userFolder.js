// n8n-core keeps a settings file under its user folder: not the real one. To be required before
// anything of n8n.
const { existsSync, mkdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const folder = join(__dirname, '..', '..', '.tmp', 'n8n');
const settings = join(folder, '.n8n', 'config');

process.env.N8N_USER_FOLDER = folder;
process.env.N8N_ENCRYPTION_KEY = 'test';
process.env.N8N_LOG_LEVEL = 'silent';

// Here and not on first use, in which several test processes would get in each other's way.
if (!existsSync(settings)) {
	mkdirSync(join(folder, '.n8n'), { recursive: true });
	writeFileSync(settings, JSON.stringify({ encryptionKey: 'test' }), { mode: 0o600 });
}

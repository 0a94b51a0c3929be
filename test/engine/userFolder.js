// n8n-core writes a settings file under its user folder on first use: not the real one.
// To be required before anything of n8n.
const { join } = require('node:path');

process.env.N8N_USER_FOLDER = join(__dirname, '..', '..', '.tmp', 'n8n');
process.env.N8N_ENCRYPTION_KEY = 'test';
process.env.N8N_LOG_LEVEL = 'silent';

const { isMainThread } = require('node:worker_threads');

// Loaded into n8n before n8n itself. The pipe on stdin closes when the process that started n8n is
// gone, however it went; n8n and its task runners, which share its process group, then go as well.
// Worker threads load this too, and their stdin is closed from the start.
if (isMainThread) {
	process.stdin.resume().once('close', () => {
		try {
			process.kill(-process.pid, 'SIGKILL');
		} finally {
			process.exit(1);
		}
	});
}

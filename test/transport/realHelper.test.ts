import { created, startMerchant } from '../engine/merchant';
import { startServer } from './posting';

/** Cancels payment 1 at a server that does this with each connection, once, through n8n's helper. */
async function cancelledAt(
	connected: Parameters<typeof startServer>[0],
	scheme = 'http',
	timeout = 20,
) {
	const server = await startServer(connected);
	const { cancel, sandbox } = await startMerchant();
	const { failed } = await cancel(created(1), {
		credential: { baseUrl: `${scheme}://${server.address}` },
		options: { retries: 0, timeout },
		node: { onError: 'continueErrorOutput' },
	});
	server.close();
	await sandbox.close();
	return failed[0]!.json.error as { message: string; details: { outcome: string } };
}

it('https to a port that speaks plain http: nothing was sent', async () => {
	const received: Buffer[] = [];
	const error = await cancelledAt((socket) => {
		socket.on('data', (data) => {
			received.push(data);
			socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
		});
	}, 'https');
	expect(error).toMatchObject({
		message: 'Payment 1 was not cancelled: no connection could be made (EPROTO)',
		details: { outcome: 'unreached' },
	});
	// A TLS handshake, and nothing of the request.
	expect(received[0]![0]).toBe(0x16);
	expect(String(Buffer.concat(received))).not.toContain('cancelPayment');
});

it('an answer without an end: what was sent may have arrived, and the connection is closed', async () => {
	const closings: Array<Promise<unknown>> = [];
	const error = await cancelledAt((socket) => {
		socket.once('data', () => {
			socket.write('HTTP/1.1 200 OK\r\n\r\n');
			const more = (error?: Error | null) => {
				if (!error) socket.write('x'.repeat(100_000), more);
			};
			more();
		});
		closings.push(new Promise((resolve) => socket.once('close', resolve)));
	});
	expect(error).toMatchObject({
		message: expect.stringContaining('may have been cancelled: the answer was larger than 1 MB'),
		details: { outcome: 'unknown' },
	});
	// The call's own connection, and the look-up's.
	expect(closings).toHaveLength(2);
	await Promise.all(closings);
});

it.each([
	['a header', 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n'],
	['the half of an answer', 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{"da'],
	['nothing', ''],
])('a connection that ends after %s: what was sent may have arrived', async (_, text) => {
	const error = await cancelledAt((socket) => socket.once('data', () => socket.end(text)));
	expect(error).toMatchObject({
		message: expect.stringMatching(/^Payment 1 may have been cancelled: the connection broke/),
		details: { outcome: 'unknown' },
	});
});

import { createHmac } from 'crypto';

/** The secret of the answers made here. */
export const SECRET = '123456789012';

/** A text's signature, computed apart from the node's own code. */
export function hashOf(text: string, secret = SECRET): string {
	return createHmac('sha512', secret).update(text, 'utf8').digest('hex');
}

/** An answer as Qvickly sends it, with this very text as its data. */
export function signedAnswer(data: string, hash = hashOf(data)): string {
	return `{"credentials":{"hash":"${hash}","logid":4711},"data":${data}}`;
}

export const CANCELLED =
	'{"number":"1000235","status":"Cancelled","orderid":"12345","url":"https:\\/\\/api.qvickly.io\\/invoice\\/1"}';

import { canonicalJson } from '../../../nodes/Qvickly/api/canonicalJson';
import { signature } from '../../../nodes/Qvickly/api/envelope';
import { itWithPhp, runPhp } from '../php/php';
import golden from './vectors.json';

const { secret, vectors } = golden;

/** Source: Qvickly's page "Creating hash" (the first), and PHP 8.2. */
const documented = [
	[
		'{"id":"123456","amount":100,"currency":"SEK"}',
		'8dde708fea8cfcee68d6817975f37bf9b0c5412f3edfbd1d1d2bca629bd49f06a57bddcaac465ebe8306d25d6e1ff32e8a225c6b58ebef2ea39f51a6777f037a',
	],
	[
		'{"number":"1000235"}',
		'c9d01611793a496d4f241b5d45fd66f008825120e1d5a9eb11b0f3aebc384e86bba92558cbbb63c2a2d0c45cf3ec08130155991fa804ff0ca0ac8257f4c4e011',
	],
	[
		'{"PaymentData":{"callbackurl":"https:\\/\\/example.com\\/callback?x=1&y=2"},"Customer":{"Billing":{"street":"Testv\\u00e4gen 1","city":"Malm\\u00f6"}}}',
		'c8739204328f8b0b3c2c4803aaa6e5b5865960f4aec4c0a67c1ff2cedd1dfd6156f69e6bd8592175fad9e54a189d3a12c85aa5fb9af75af79483471ff33081be',
	],
	[
		'{"text":"rad 1\\nrad 2 \\"citat\\" \\\\ \\/ <b>\\u00e9<\\/b>"}',
		'4a28d2256849e87d3260f58bfbbde015e95afe23ea64f1f67ef3a3d1591a848499886853f48bfc63c2e435ce1972bee71330a808d9633d5c7f2f9dc0223ad2d4',
	],
	[
		'{"Articles":[{"artnr":"A\\/1","title":"K\\u00f6ttbullar","quantity":"3.5"},{"artnr":"--freetext--","title":"Gr\\u00f6n"}],"Card":[]}',
		'e464eabc3ed64a6c47553f3b7cd2b1213f08de4d277b84e874f57a739fdc28d4b2e417ab2c9029981a436cc8473a5ff2b76751bfd788104ad1bdb310894dbe9c',
	],
] as const;

it.each(documented)('%s is written and signed as documented', (text, hash) => {
	expect(canonicalJson(JSON.parse(text))).toBe(text);
	expect(signature(text, secret)).toBe(hash);
});

it('there are vectors for every character of ISO-8859-1, as text and in a key', () => {
	const inputs = new Set(vectors.map(({ input }) => input));
	const codes = Array.from({ length: 256 }, (_, code) => code.toString(16).padStart(4, '0'));
	const missing = codes.flatMap((code) =>
		[`{"escaped":"\\u${code}"}`, `{"a\\u${code}":"as a key"}`].filter((one) => !inputs.has(one)),
	);
	expect(missing).toEqual([]);
});

it('every value is written as PHP writes it', () => {
	const written = vectors.map(({ input }) => canonicalJson(JSON.parse(input)));
	expect(written).toEqual(vectors.map(({ text }) => text));
});

it('every text gets the hash that PHP gives it', () => {
	const hashes = vectors.map(({ text }) => signature(text, secret));
	expect(hashes).toEqual(vectors.map(({ hash }) => hash));
});

itWithPhp('vectors.json is what vectors.php prints', () => {
	expect(JSON.parse(runPhp('vectors/vectors.php'))).toEqual(golden);
});

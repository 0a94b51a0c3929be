/** Characters that typesetting puts in place of those of a keyboard, and what stands for them. */
const TYPOGRAPHIC: ReadonlyArray<[RegExp, string]> = [
	[/[\u2010-\u2015\u2212]/g, '-'],
	[/[\u2018-\u201b\u2032]/g, "'"],
	[/[\u201c-\u201f\u2033]/g, '"'],
	[/\u2026/g, '...'],
	[/\u20ac/g, 'EUR'],
	[/[\u2000-\u200a\u202f\u205f\u3000]/g, ' '],
	[/[\u200b\u2060\ufeff]/g, ''],
];

/**
 * Writes text with the characters of a keyboard where typesetting has put others (dashes, quotation
 * marks, the ellipsis, €, special spaces). Qvickly keeps text in ISO-8859-1, which has none of them.
 * Source: Qvickly's page "Data types".
 */
export const plainText = (text: string): string =>
	TYPOGRAPHIC.reduce((plain, [pattern, by]) => plain.replace(pattern, by), text);

/** The same for all text in a value. @param value JSON */
export function plainTexts<T>(value: T): T;
export function plainTexts(value: unknown): unknown {
	if (typeof value === 'string') return plainText(value);
	if (Array.isArray(value)) return value.map((one) => plainTexts(one as unknown));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, one]) => [key, plainTexts(one as unknown)]),
	);
}

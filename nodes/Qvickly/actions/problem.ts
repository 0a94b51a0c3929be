import type { Problem } from './operation';

/** Whether something that was read is what is wrong with it. */
export const isProblem = (value: object): value is Problem => 'problem' in value;

/** The value as the user would recognise it, invisible characters shown, at most 60 characters. */
export function show(value: unknown): string {
	const asJson = typeof value === 'string' || typeof value === 'object';
	const text = (asJson ? JSON.stringify(value) : String(value)).replace(
		/[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu,
		(character) => `\\u{${character.codePointAt(0)!.toString(16)}}`,
	);
	return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** The same of what may have somebody's number in it, which does not go into error messages. */
export const showWithoutNumbers = (value: unknown): string =>
	show(value).replace(/\d{4,}/g, '****');

/** A value that a list of choices does not have. @param name of the field */
export const noValueOf = (
	name: string,
	value: unknown,
	advice = 'Choose one in the list.',
): Problem => ({
	problem: `${show(value)} is no value of '${name}'`,
	advice,
});

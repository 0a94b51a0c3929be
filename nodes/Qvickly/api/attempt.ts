/** What a function gives; undefined if it throws. */
export function attempt<T>(give: () => T): T | undefined {
	let given: T | undefined;
	try {
		given = give();
	} catch {
		// There is none, then.
	}
	return given;
}

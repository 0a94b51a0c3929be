import type { IDataObject, INodeProperties } from 'n8n-workflow';

/** How calls are made, the same for every operation. */
export interface Settings {
	/** Calls under way at the same time. */
	maxParallelRequests: number;
	/** Further tries after one that gave no definite answer. */
	retries: number;
	/** Seconds until a try counts as unanswered. */
	timeout: number;
}

/** The entries in 'Options' for them. */
export const settingFields: Array<INodeProperties & { name: keyof Settings; default: number }> = [
	{
		displayName: 'Max Parallel Requests',
		name: 'maxParallelRequests',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 50, numberPrecision: 0 },
		default: 8,
		description: 'How many requests to have under way at the same time, from 1 to 50',
	},
	{
		displayName: 'Retries',
		name: 'retries',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 10, numberPrecision: 0 },
		default: 2,
		description:
			'How many more times to try when Qvickly cannot be reached or gives no clear answer, from 0 to 10. This is safe: a payment is never cancelled twice.',
	},
	{
		displayName: 'Timeout',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 300, numberPrecision: 0 },
		default: 30,
		description:
			'How many seconds to wait for an answer before trying again, from 1 to 300. Card payments can take a while.',
	},
];

/**
 * Reads the settings out of the values of 'Options'.
 *
 * @returns the settings, the default for each that is not there
 * @throws RangeError naming the first one that is not a whole number within its bounds
 */
export function readSettings(options: IDataObject): Settings {
	const read = ({ name, displayName, default: preset, typeOptions }: (typeof settingFields)[0]) => {
		const given = options[name] ?? preset;
		const value = /^\d+$/.test(String(given)) ? Number(given) : NaN;
		const { minValue = 0, maxValue = 0 } = typeOptions!;
		if (value >= minValue && value <= maxValue) return value;
		throw new RangeError(
			`'${displayName}' must be a whole number from ${minValue} to ${maxValue}, but is ${JSON.stringify(options[name])}`,
		);
	};
	return Object.fromEntries(
		settingFields.map((field) => [field.name, read(field)]),
	) as unknown as Settings;
}

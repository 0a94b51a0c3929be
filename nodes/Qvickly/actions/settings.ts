import type { INodeProperties } from 'n8n-workflow';

import type { Kind } from './operation';

/** How calls are made, the same for every operation. */
export interface Settings {
	/** Calls under way at the same time. */
	maxParallelRequests: number;
	/** Further tries of an item, all its calls together. */
	retries: number;
	/** Seconds until a try counts as unanswered. */
	timeout: number;
}

type SettingField = INodeProperties & { name: keyof Settings; default: number };

/** When an item is tried again, and why that does no harm. */
const RETRIES: Record<Kind, string> = {
	read: 'How many more times to try when Qvickly cannot be reached or gives no clear answer, from 0 to 10',
	list: 'How many more times to try when Qvickly cannot be reached or gives no clear answer, from 0 to 10',
	change:
		'How many more times to try an item when Qvickly cannot be reached or gives no clear answer, from 0 to 10. This is safe: doing it twice does no more than once.',
	once: 'How many more times to try an item when Qvickly cannot be reached, from 0 to 10. What may have arrived at Qvickly and could be done twice is never sent again.',
};

/**
 * The entries in 'Options' for them.
 *
 * @param kind of the operation that they are shown for
 */
export const settingFields = (kind: Kind): SettingField[] => [
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
		description: RETRIES[kind],
	},
	{
		displayName: 'Timeout',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 300, numberPrecision: 0 },
		default: 30,
		description:
			kind === 'change' || kind === 'once'
				? 'How many seconds to wait for an answer, from 1 to 300. Card payments can take a while.'
				: 'How many seconds to wait for an answer, from 1 to 300',
	},
];

/**
 * Reads the settings.
 *
 * @param given the value of an entry in 'Options', or the second value if it is not there
 * @throws RangeError naming the first one that is not a whole number within its bounds
 */
export function readSettings(given: (name: string, preset: number) => unknown): Settings {
	const read = ({ name, displayName, default: preset, typeOptions }: SettingField) => {
		const value = given(name, preset) ?? preset;
		const number = /^\d+$/.test(String(value)) ? Number(value) : NaN;
		const { minValue = 0, maxValue = 0 } = typeOptions!;
		if (number >= minValue && number <= maxValue) return number;
		throw new RangeError(
			`'${displayName}' must be a whole number from ${minValue} to ${maxValue}, but is ${JSON.stringify(value)}`,
		);
	};
	return Object.fromEntries(
		settingFields('read').map((field) => [field.name, read(field)]),
	) as unknown as Settings;
}

import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Problem } from '../operation';

/** An option that says what to do with a payment to which the thing had been done before. */
export interface IfAlready {
	field: INodeProperties;
	/** @returns whether that is fine with the user, or what is wrong with the value in 'Options' */
	read(options: IDataObject): { accept: boolean } | Problem;
}

/**
 * @param Done what was done, such as "Cancelled"; the option is "If Already Cancelled"
 */
export function ifAlready(Done: string): IfAlready {
	const name = `ifAlready${Done}`;
	const displayName = `If Already ${Done}`;
	const done = Done.toLowerCase();
	return {
		field: {
			displayName,
			name,
			type: 'options',
			options: [
				{
					name: 'Fail',
					value: 'fail',
					description: `Treat it as failed. A list that is run again then fails at what was ${done} before.`,
				},
				{
					name: 'Return the Payment',
					value: 'return',
					description: `Look the payment up and return it like one ${done} now`,
				},
			],
			default: 'return',
			description: `What to do with a payment that was ${done} before this run`,
		},
		read(options) {
			const value = name in options ? options[name] : 'return';
			if (value === 'return' || value === 'fail') return { accept: value === 'return' };
			return {
				problem: `${JSON.stringify(value) ?? 'nothing'} is no value of '${displayName}'`,
				advice: "Choose one in the list; an expression there has to give 'return' or 'fail'.",
			};
		},
	};
}

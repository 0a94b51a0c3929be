import type {
	IAuthenticate,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	INodeProperties,
} from 'n8n-workflow';

import { DEFAULT_BASE_URL } from '../nodes/Qvickly/api/account';
import { signRequest } from '../nodes/Qvickly/api/signRequest';

/** A merchant's access to Qvickly: it signs whatever `{ function, data }` a request carries. */
export class QvicklyApi implements ICredentialType {
	name = 'qvicklyApi';

	displayName = 'Qvickly API';

	icon: Icon = {
		light: 'file:../nodes/Qvickly/qvickly.svg',
		dark: 'file:../nodes/Qvickly/qvickly.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-qvickly/n8n-nodes-qvickly/blob/main/docs/credential.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Merchant ID',
			name: 'merchantId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 12345',
			description:
				"Your merchant number (EID). You find it in Qvickly's portal under My account > API credentials.",
		},
		{
			displayName: 'Secret',
			name: 'secret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				"The key that signs your requests. It stands beside the merchant ID in Qvickly's portal under My account > API credentials.",
		},
		{
			displayName: 'Test Mode',
			name: 'testMode',
			type: 'boolean',
			default: false,
			description:
				'Whether to work with test payments. Test and live payments are kept apart at Qvickly: each is only found in the mode that it was created in.',
		},
		{
			displayName: 'Language',
			name: 'language',
			type: 'options',
			options: [
				{ name: 'English', value: 'en' },
				{ name: 'Swedish', value: 'sv' },
			],
			default: 'en',
			description: "The language of Qvickly's own messages, shown in the details of errors",
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: DEFAULT_BASE_URL,
			placeholder: `e.g. ${DEFAULT_BASE_URL}`,
			description:
				'Where Qvickly is reached. Leave it as it is unless Qvickly tells you otherwise.',
		},
		{
			// For the node, not for people: whether another item may mean another account. n8n works a
			// credential out anew for each item that it is asked for, and "&" is a field as it was typed.
			displayName: 'Depends on Item',
			name: 'dependsOnItem',
			type: 'hidden',
			default:
				"={{ ['merchantId', 'secret', 'testMode', 'language', 'baseUrl'].some((name) => String($rawParameter['&' + name]).startsWith('=')) ? 'yes' : 'no' }}",
		},
	];

	// A field and not a method: n8n copies credential types with a spread, which loses methods, and
	// would then not offer this type in the HTTP Request node.
	authenticate: IAuthenticate = async (credential, request) => signRequest(request, credential);

	test: ICredentialTestRequest = {
		request: {
			// As the node does with a field that was cleared.
			baseURL: `={{ $credentials.baseUrl?.trim() || '${DEFAULT_BASE_URL}' }}`,
			url: '',
			method: 'POST',
			// Read-only. Qvickly refuses calls without data; this asks for the short answer.
			body: { function: 'getAccountinfo', data: { comingFromPF2: '0' } },
		},
		rules: [
			...refusalRules(
				['9010', '9011'],
				"Qvickly does not accept these credentials. Check 'Merchant ID' first, then 'Secret'.",
			),
			...refusalRules(
				['9012'],
				"This merchant account may not use the API. Check 'Merchant ID', or ask Qvickly's support.",
			),
			...refusalRules(
				['9013'],
				"Qvickly does not accept the signature. Check 'Secret', and that it belongs to this 'Merchant ID'.",
			),
			// Whatever a signed answer about an account must have: without it, it is an error page or
			// another refusal.
			...['credentials.hash', 'data.company'].map((key) =>
				rule(
					key,
					undefined,
					"What answered at 'Base URL' did not answer like Qvickly, or Qvickly refused the test. Check 'Base URL', or try again later.",
				),
			),
		],
	};
}

type Rule = Extract<
	NonNullable<ICredentialTestRequest['rules']>[number],
	{ type: 'responseSuccessBody' }
>;

function rule(key: string, value: unknown, message: string): Rule {
	return { type: 'responseSuccessBody', properties: { key, value, message } };
}

/** Qvickly sends codes as text or number, at the top level or inside data; n8n compares strictly. */
function refusalRules(codes: string[], message: string): Rule[] {
	return codes.flatMap((code) =>
		['code', 'data.code'].flatMap((key) => [
			rule(key, code, message),
			rule(key, Number(code), message),
		]),
	);
}

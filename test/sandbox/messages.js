/** Qvickly's codes that the sandbox uses, with their texts. @type {Record<string, { en: string, sv: string }>} */
module.exports = {
	5198: { en: 'Payment number is invalid', sv: 'Betalningsnumret är ogiltigt' },
	5200: { en: 'Payment number is mandatory', sv: 'Betalningsnummer måste anges' },
	5201: { en: 'Invoice number %s does not exist.', sv: 'Fakturanummer %s existerar inte.' },
	5208: {
		en: 'Unable to activate a non created invoice.',
		sv: 'Kan inte aktivera en faktura som inte är skapad.',
	},
	5209: { en: 'Unable to cancel a sent invoice.', sv: 'Kan inte makulera en skickad faktura.' },
	5210: {
		en: 'Cannot activate a cancelled invoice.',
		sv: 'Kan inte aktivera en makulerad faktura.',
	},
	5220: {
		en: 'Can not cancel an already cancelled payment.',
		sv: 'Kan inte makulera en redan makulerad betalning.',
	},
	5260: {
		en: 'An error occurred when activating the card payment',
		sv: 'Ett fel uppstod vid aktivering av kortbetalningen',
	},
	5261: {
		en: 'An error occurred when cancelling the card payment',
		sv: 'Ett fel uppstod vid makulering av kortbetalningen',
	},
	9001: {
		en: 'The method that you are calling does not exist.',
		sv: 'Metoden som du anropar finns inte.',
	},
	9003: {
		en: 'The function name is required. Make sure that you provide valid Content-Type and Content-Length in the header.',
		sv: 'Funktionsnamnet måste anges. Kontrollera Content-Type och Content-Length.',
	},
	9004: { en: 'Some mandatory parameters are missing.', sv: 'Obligatoriska parametrar saknas.' },
	9008: { en: 'Internal server error. Please try again!', sv: 'Internt serverfel. Försök igen!' },
	9010: { en: 'ID and MAC are required.', sv: 'ID och MAC måste anges.' },
	9011: { en: 'Invalid credentials.', sv: 'Ogiltiga uppgifter.' },
	9013: {
		en: 'Authentication is failed. Please double check the key and the EID you are sending are correct',
		sv: 'Autentiseringen misslyckades. Kontrollera att nyckeln och EID är korrekta',
	},
};

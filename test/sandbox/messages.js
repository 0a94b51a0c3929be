/** Qvickly's codes that the sandbox uses, with their texts. @type {Record<string, { en: string, sv: string }>} */
module.exports = {
	...require('./refusalTexts'),
	5198: { en: 'Payment number is invalid', sv: 'Betalningsnumret är ogiltigt' },
	5200: { en: 'Payment number is mandatory', sv: 'Betalningsnummer måste anges' },
	5201: { en: 'Invoice number %s does not exist.', sv: 'Fakturanummer %s existerar inte.' },
	5202: {
		en: 'The payment does not have a status that allows this.',
		sv: 'Betalningen har inte en status som tillåter detta.',
	},
	5204: {
		en: 'Cannot credit more than remains to be paid.',
		sv: 'Kan inte kreditera mer än vad som återstår att betala.',
	},
	5205: {
		en: 'Cannot credit a created invoice or part payment invoice.',
		sv: 'Kan inte kreditera en skapad faktura eller delbetalningsfaktura.',
	},
	5206: {
		en: 'Cannot activate an invoice that was denied in the credit check.',
		sv: 'Kan inte aktivera en faktura som nekades vid kreditkontrollen.',
	},
	5207: { en: 'Unknown payment method: 2048', sv: 'Okänd betalningsmetod: 2048' },
	5208: {
		en: 'Unable to activate a non created invoice.',
		sv: 'Kan inte aktivera en faktura som inte är skapad.',
	},
	5209: { en: 'Unable to cancel a sent invoice.', sv: 'Kan inte makulera en skickad faktura.' },
	5210: {
		en: 'Cannot activate a cancelled invoice.',
		sv: 'Kan inte aktivera en makulerad faktura.',
	},
	5211: {
		en: 'Cannot credit a cancelled invoice.',
		sv: 'Kan inte kreditera en makulerad faktura.',
	},
	5212: {
		en: 'Cannot credit a credit invoice.',
		sv: 'Kan inte kreditera en kreditfaktura.',
	},
	5213: {
		en: 'Amount too high. Cannot credit more than the balance of the payment.',
		sv: 'För högt belopp. Kan inte kreditera mer än betalningens saldo.',
	},
	5214: {
		en: 'Amount too high. Cannot credit more than the value of the original payment.',
		sv: 'För högt belopp. Kan inte kreditera mer än den ursprungliga betalningen.',
	},
	5218: { en: 'Cannot credit a paid invoice.', sv: 'Kan inte kreditera en betald faktura.' },
	5220: {
		en: 'Can not cancel an already cancelled payment.',
		sv: 'Kan inte makulera en redan makulerad betalning.',
	},
	5221: {
		en: 'Cannot activate an invoice of a test person.',
		sv: 'Kan inte aktivera en testpersons faktura.',
	},
	5222: { en: 'The account has not been activated yet.', sv: 'Kontot är inte aktiverat än.' },
	5223: {
		en: 'Cannot activate a credit invoice.',
		sv: 'Kan inte aktivera en kreditfaktura.',
	},
	5260: {
		en: 'An error occurred when activating the card payment',
		sv: 'Ett fel uppstod vid aktivering av kortbetalningen',
	},
	5261: {
		en: 'An error occurred when cancelling the card payment',
		sv: 'Ett fel uppstod vid makulering av kortbetalningen',
	},
	5290: {
		en: 'The refund failed. Please try again later.',
		sv: 'Återbetalningen misslyckades. Försök igen senare.',
	},
	8705: {
		en: 'This function cannot be used in test mode.',
		sv: 'Funktionen kan inte användas i testläge.',
	},
	9001: {
		en: 'The method that you are calling does not exist.',
		sv: 'Metoden som du anropar finns inte.',
	},
	9002: { en: 'The method is not available.', sv: 'Metoden är inte tillgänglig.' },
	9003: {
		en: 'The function name is required. Make sure that you provide valid Content-Type and Content-Length in the header.',
		sv: 'Funktionsnamnet måste anges. Kontrollera Content-Type och Content-Length.',
	},
	9004: { en: 'Some mandatory parameters are missing.', sv: 'Obligatoriska parametrar saknas.' },
	9008: { en: 'Internal server error. Please try again!', sv: 'Internt serverfel. Försök igen!' },
	9010: { en: 'ID and MAC are required.', sv: 'ID och MAC måste anges.' },
	9011: { en: 'Invalid credentials.', sv: 'Ogiltiga uppgifter.' },
	9012: { en: 'The account has no invoice module.', sv: 'Kontot saknar fakturamodul.' },
	9013: {
		en: 'Authentication is failed. Please double check the key and the EID you are sending are correct',
		sv: 'Autentiseringen misslyckades. Kontrollera att nyckeln och EID är korrekta',
	},
	9102: {
		en: 'Amount does not match with calculated total',
		sv: 'Beloppet stämmer inte med den beräknade summan',
	},
	9106: {
		en: 'Total without tax, total with tax and total tax are mandatory.',
		sv: 'Summa utan moms, summa med moms och moms måste anges.',
	},
	9107: {
		en: 'Total Payment with Tax is not equal to Total Payment Excluding Tax + Total Tax + Rounding.',
		sv: 'Summan med moms är inte summan utan moms + moms + avrundning.',
	},
	9109: { en: 'Missing articles', sv: 'Artiklar saknas' },
	9111: {
		en: 'You need to provide integer values for these fields: withtax, withouttax, tax.',
		sv: 'Ange heltal i dessa fält: withtax, withouttax, tax.',
	},
};

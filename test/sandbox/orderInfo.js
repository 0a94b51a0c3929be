const { ownerOf } = require('./creating');
const { METHODS, basicResult } = require('./results');

/**
 * getOrderInfo, getOrderByHash and getCheckout.
 *
 * @param {import('./request').Request} request
 * @param {import('./functions').Context} context
 * @returns {import('./payments').Outcome}
 */
function orderInfo(request, { payments }) {
	if (request.order === '') return { code: '50015' };
	const checkout = payments.checkouts.byHash(request.order, ownerOf(request));
	return checkout ? { data: orderOf(checkout), changed: false } : { code: '6010' };
}

/** @param {import('./checkouts').Checkout} checkout */
function orderOf(checkout) {
	const { payment, sections, number, orderid, status, currency, url } = checkout;
	const { Cart, Customer, Articles, PaymentData, CheckoutData } = sections;
	const { country = 'SE', language = 'sv', logo = '' } = PaymentData ?? {};
	const { accepturl = '', cancelurl = '', callbackurl = '' } = PaymentData ?? {};
	return {
		status: payment ? 'Created' : status,
		...{ Cart, Customer, DateTime: '2024-05-15 12:07:00' },
		PaymentData: {
			...{ country, method_name: (payment && METHODS[payment.method]) ?? '', logo },
			...(payment && { order: basicResult(payment) }),
			...{ orderid, number, language, accepturl, cancelurl, callbackurl, currency, status },
			...{ method: payment ? String(payment.method) : '', url },
		},
		apiClient: 'Sandbox:1.0',
		Articles,
		orderid_real: number,
		invoiceid_real: payment?.number ?? '',
		PaymentInfo: sections.PaymentInfo ?? '',
		CheckoutData: { ...CheckoutData, Cart },
	};
}

module.exports = { orderInfo };

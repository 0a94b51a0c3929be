import { sandbox, unique } from './running';

/** An order ID for this test alone, or the beginning of some. */
export const newOrder = () => `order-${unique()}-`;

/** The payments that were made with an order ID, whatever was said about them. */
export const made = (orderid: string) =>
	sandbox.payments.creations.filter((payment) => payment.orderid === orderid);

/** The calls of a function with an order ID. */
export const callsFor = (orderid: string, name = 'addPayment') =>
	sandbox.calls.filter((call) => call.function === name && call.orderid === orderid);

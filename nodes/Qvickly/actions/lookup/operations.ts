// One line for each operation. The order does not matter.
export { eInvoiceRecipient } from './eInvoiceRecipient.operation';
export { exchangeRate } from './exchangeRate.operation';
export { vatRate } from './vatRate.operation';

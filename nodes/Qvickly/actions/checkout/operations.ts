// One line for each operation. The order does not matter.
export { create } from './create.operation';
export { createInvoice } from './createInvoice.operation';
export { get } from './get.operation';
export { update } from './update.operation';

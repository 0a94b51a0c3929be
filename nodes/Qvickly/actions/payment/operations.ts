// One line for each operation. The order does not matter.
export { activate } from './activate.operation';
export { addLogNote } from './addLogNote.operation';
export { cancel } from './cancel.operation';
export { cancelOrCredit } from './cancelOrCredit.operation';
export { create } from './create.operation';
export { credit } from './credit.operation';
export { duplicate } from './duplicate.operation';
export { get } from './get.operation';
export { getMany } from './getMany.operation';
export { update } from './update.operation';
export { waitForPayment } from './wait.operation';

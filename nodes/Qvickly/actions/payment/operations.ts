// One line for each operation. The order does not matter.
export { activate } from './activate.operation';
export { create } from './create.operation';
export { cancel } from './cancel.operation';
export { cancelOrCredit } from './cancelOrCredit.operation';
export { credit } from './credit.operation';
export { get } from './get.operation';

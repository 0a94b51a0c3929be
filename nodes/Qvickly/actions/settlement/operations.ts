// One line for each operation. The order does not matter.
export { get } from './get.operation';
export { getMany } from './getMany.operation';

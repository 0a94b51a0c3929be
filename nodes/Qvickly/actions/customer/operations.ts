// One line for each operation. The order does not matter.
export { getAddress } from './getAddress.operation';
export { search } from './search.operation';

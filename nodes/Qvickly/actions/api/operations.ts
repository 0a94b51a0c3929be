// One line for each operation. The order does not matter.
export { callFunction } from './callFunction.operation';

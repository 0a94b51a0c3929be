// One line for each operation. The order does not matter.
export { get } from './get.operation';
export { getFees } from './getFees.operation';
export { getPaymentPlans } from './getPaymentPlans.operation';
export { getTerms } from './getTerms.operation';

import { describeFaults } from './describeFaults';
import { isRepeatable, SUBJECTS } from './faultCases';

const ofPayments = SUBJECTS.filter(({ operation }) => !operation.includes('.'));

describeFaults(ofPayments.filter(isRepeatable));

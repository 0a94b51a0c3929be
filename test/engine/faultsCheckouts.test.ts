import { describeFaults } from './describeFaults';
import { isRepeatable, SUBJECTS } from './faultCases';

const ofCheckouts = SUBJECTS.filter(({ operation }) => operation.startsWith('checkout.'));

describeFaults(ofCheckouts.filter(isRepeatable));

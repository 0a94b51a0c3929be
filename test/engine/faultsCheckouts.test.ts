import { describeFaults } from './describeFaults';
import { isRepeatable, SUBJECTS } from './faultCases';

const ofOthers = SUBJECTS.filter(({ operation }) => operation.includes('.'));

describeFaults(ofOthers.filter(isRepeatable));

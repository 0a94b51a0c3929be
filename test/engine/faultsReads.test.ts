import { describeFaults } from './describeFaults';
import { isRepeatable, SUBJECTS } from './faultCases';

const ofOthers = SUBJECTS.filter(({ operation }) => /^(?!checkout\.).*\./.test(operation));

describeFaults(ofOthers.filter(isRepeatable));

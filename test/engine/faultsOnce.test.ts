import { describeFaults } from './describeFaults';
import { SUBJECTS } from './faultCases';

describeFaults(SUBJECTS.filter(({ operation }) => /credit/i.test(operation)));

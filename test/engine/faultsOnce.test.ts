import { describeFaults } from './describeFaults';
import { isRepeatable, SUBJECTS } from './faultCases';

describeFaults(SUBJECTS.filter((subject) => !isRepeatable(subject)));

import { describeFaults } from './describeFaults';
import { kindOf, SUBJECTS } from './faultSubjects';

describeFaults(SUBJECTS.filter((subject) => ['read', 'list'].includes(kindOf(subject))));

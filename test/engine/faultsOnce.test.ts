import { describeFaults } from './describeFaults';
import { kindOf, SUBJECTS } from './faultSubjects';

describeFaults(
	SUBJECTS.filter((subject) => kindOf(subject) === 'once' && !subject.operation.includes('.')),
);

import { describeFaults } from './describeFaults';
import { kindOf, SUBJECTS } from './faultSubjects';

describeFaults(
	SUBJECTS.filter((subject) => kindOf(subject) === 'change' && !subject.operation.includes('.')),
);

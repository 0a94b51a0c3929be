import { describeFaults } from './describeFaults';
import { kindOf, SUBJECTS } from './faultSubjects';

const changing = SUBJECTS.filter((subject) => ['change', 'once'].includes(kindOf(subject)));

describeFaults(changing.filter(({ operation }) => operation.includes('.')));

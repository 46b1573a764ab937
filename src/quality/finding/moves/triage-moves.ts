import { moveWith } from '../../../records/declare.ts';
import { departmentHead, qualityOfficer } from '../finding-roles.ts';
import { assignForm, issueForm, reasonForm } from '../forms/triage-forms.ts';

/** QED takes the finding up as a nonconformity; R16's five working days start here. */
const issue = moveWith({
  from: ['reported'],
  to: () => 'issued',
  by: [qualityOfficer],
  asks: issueForm,
  style: 'primary',
  check: (_record, { department }, { org }) => (org.department(department) ? null : { key: 'form.chooseOne' }),
  apply: ({ data }, { department, ...said }) => ({ ...data, ...said, departmentId: department }),
  news: ({ data, number }) => [{ to: reporter(data), key: 'finding.news.issued', params: { number } }],
});

/** QED finds that it does not stand. */
const reject = moveWith({
  from: ['reported'],
  to: () => 'rejected',
  by: [qualityOfficer],
  asks: reasonForm,
  style: 'danger',
  closes: true,
  apply: ({ data }, { reason }) => ({ ...data, rejection: reason }),
  news: ({ data, number }, { reason }) => [
    { to: reporter(data), key: 'finding.news.rejected', params: { number, reason } },
  ],
});

/** The head of the department names who answers, and who may write with them; or stays the handler. */
const assign = moveWith({
  from: ['issued', 'returned'],
  by: [departmentHead],
  asks: assignForm,
  check: ({ data }, { handler, coWriters }, { org }) => {
    const isMember = org.membersOf(data.departmentId ?? '').some(({ id }) => id === handler);
    const areKnown = coWriters.every((id) => org.person(id)?.active);
    return isMember && areKnown ? null : { key: 'form.chooseOne' };
  },
  apply: ({ data }, { handler, coWriters }) => ({ ...data, handlerId: handler, coWriterIds: coWriters }),
});

const reporter = ({ reporterId }: { reporterId: string | null }) => (reporterId === null ? [] : [reporterId]);

/** Triage, and the naming of a handler. */
export const triageMoves = { issue, reject, assign };

import { refuseFiles, withFiles } from '../../../records/decide/evidence.ts';
import { unknownBelonging } from '../belonging.ts';
import { moveWith } from '../declare.ts';
import { type FindingData, isNonconformity } from '../finding-data.ts';
import { qualityOfficer, reporter } from '../finding-roles.ts';
import { reasonForm } from '../forms/reason-form.ts';
import { issueForm, questionForm, replyForm } from '../forms/triage-forms.ts';
import { reportersOf } from '../people-of.ts';
import { withVisibility } from '../visibility.ts';
import { findingWords } from '../words.ts';

const MOST_QUESTIONS = 20;

/** Until the issue, including while the reporter is being asked: the triager may have found out another way. */
const triage = { from: ['reported', 'askedBack'], by: [qualityOfficer], undoable: true } as const;

/** QED issues the finding: R16's five working days start for a nonconformity, the time to answer for any other kind. */
const issue = moveWith({
  ...triage,
  to: { oneOf: ['issued', 'toAnswer'], choose: (_record, { kind }) => (isNonconformity(kind) ? 'issued' : 'toAnswer') },
  asks: issueForm,
  offersSimilar: true,
  style: 'primary',
  check: (record, said, { org }) =>
    org.department(said.department)
      ? (unknownBelonging(said, org) ?? refuseFiles(record, said.files))
      : { key: 'form.chooseOne' },
  apply: ({ data }, { department, project, visibility: _seen, files: _files, ...said }): FindingData => ({
    ...data,
    ...said,
    ...(project !== undefined && { projectId: project }),
    departmentId: department,
    confirmation: { state: 'awaited' },
  }),
  applyCommon: ({ common }, { visibility, files }, who) => withVisibility(withFiles(common, files, who), visibility),
  news: ({ data, number }) => [{ to: reportersOf(data), key: findingWords.news.issued, params: { number } }],
});

/** QED rejects the finding. */
const reject = moveWith({
  ...triage,
  to: 'rejected',
  asks: reasonForm,
  style: 'danger',
  closes: true,
  apply: ({ data }, { reason }) => ({ ...data, rejection: reason }),
  news: ({ data, number }, { reason }) => [
    { to: reportersOf(data), key: findingWords.news.rejected, params: { number, reason } },
  ],
});

/** QED asks the reporter a question. The triage deadline runs on, and the card says so. */
const askBack = moveWith({
  from: ['reported'],
  to: 'askedBack',
  by: [qualityOfficer],
  asks: questionForm,
  undoable: true,
  keepsDue: true,
  check(record, _said, { org }) {
    if (reporter.holders(record, org).length === 0) return { key: findingWords.refusal.nobodyToAsk };
    return record.data.questions.length < MOST_QUESTIONS ? null : { key: findingWords.refusal.tooManyQuestions };
  },
  apply: ({ data }, { question }, { actorId, now }) => ({
    ...data,
    questions: [...data.questions, { by: actorId ?? '', at: now.toISOString(), text: question }],
  }),
});

/** The reporter answers; the finding is back with QED, under the same deadline. */
const replyBack = moveWith({
  from: ['askedBack'],
  to: 'reported',
  by: [reporter],
  asks: replyForm,
  style: 'primary',
  keepsDue: true,
  apply: ({ data }, { reply }, { now }) => ({
    ...data,
    questions: data.questions.map((asked) =>
      asked.answer === undefined ? { ...asked, answer: reply, answeredAt: now.toISOString() } : asked,
    ),
  }),
  news: ({ data, number }) => {
    const asked = data.questions.at(-1);
    return asked ? [{ to: [asked.by], key: findingWords.news.replied, params: { number } }] : [];
  },
});

/** QED's decisions on a reported finding. */
export const triageMoves = { issue, reject, askBack, replyBack };

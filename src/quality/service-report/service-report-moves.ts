import { readPastInstant } from '../../calendar/written-instant.ts';
import { refuseFiles, withFiles } from '../../records/decide/evidence.ts';
import type { Refusal } from '../../records/declaration/ask.ts';
import type { RecordContext } from '../../records/declaration/record-context.ts';
import { reasonForm } from '../../records/declaration/word-forms.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import { frozen, missingIn, stateAfter, toldOf } from './answering.ts';
import { customerMoves } from './customer-moves.ts';
import { move, moveWith } from './declare.ts';
import { contactNamed, describedBy } from './service-report-creation.ts';
import type { ServiceReportData } from './service-report-data.ts';
import { paperForm, prepareForm, type VisitAnswers } from './service-report-forms.ts';
import { engineer, lead, manager, serviceDesk } from './service-report-roles.ts';
import { serviceReportWords } from './words.ts';

type Report = RecordOf<ServiceReportData>;

const unanswered = ['draft', 'awaiting'] as const;
const answered = ['signed', 'unsigned'] as const;
const preparers = [engineer, serviceDesk, lead] as const;

const prepare = moveWith({
  from: unanswered,
  by: preparers,
  asks: prepareForm,
  check: (record, said, circumstances) => wrongVisit(said, record, circumstances),
  apply: ({ data }, said, who) => {
    const { contactName: _before, ...rest } = data;
    return { ...rest, ...describedBy(said, data, who) };
  },
});

/** The customer's own phone: shows a link with a QR code. */
const giveLink = move({
  from: unanswered,
  to: 'awaiting',
  by: preparers,
  style: 'primary',
  keepsDue: true,
  opensPage: ({ data }) => ({ purpose: 'serviceReport', contactId: data.contactId }),
});

/** The engineer hands over their phone; this is recorded, and no rating is shown afterwards. */
const signHere = move({
  from: unanswered,
  to: 'awaiting',
  by: preparers,
  keepsDue: true,
  opensPage: ({ data }) => ({ purpose: 'serviceReportHere', contactId: data.contactId }),
});

/** Links already given stop working. */
const withdrawLinks = move({
  from: ['awaiting'],
  to: 'draft',
  by: preparers,
  keepsDue: true,
  secondary: true,
  apply: ({ data }, _nothing, { now }) => ({ ...data, linksFrom: now.toISOString() }),
});

/** Signed or stamped on paper: the service desk types in what it says, with the photo. */
const paper = moveWith({
  from: unanswered,
  to: { oneOf: ['signed', 'unsigned'], choose: (_record, said) => stateAfter(said) },
  by: [serviceDesk],
  asks: paperForm,
  check: (record, said) => {
    const missing = missingIn(said);
    if (Object.keys(missing).length > 0) return { key: serviceReportWords.refusal.incomplete };
    const hasPhoto = said.files.length > 0 || record.common.evidence.some(({ kind }) => kind === 'file');
    if (said.outcome !== 'absent' && !hasPhoto) return { key: serviceReportWords.refusal.noPhoto };
    return refuseFiles(record, said.files);
  },
  apply: (record, { signer, post, files: _photos, at, ...said }, who) => {
    const { zone } = who.org.siteOfDepartment(record.data.departmentId ?? '');
    const signedAt = at === undefined ? who.now : (readPastInstant(at, who.now, zone) ?? who.now);
    const answer = frozen(
      record,
      {
        ...withoutBlanks(said),
        outcome: said.outcome,
        way: 'paper',
        at: signedAt.toISOString(),
        contactId: contactNamed(signer, record.data.projectId, who.org).contactId,
        handedBy: who.actorId,
        locale: 'zh-CN',
        ...(signer !== undefined && { signerName: signer }),
        ...(post !== undefined && { signerPost: post }),
      },
      who.org,
    );
    return { ...record.data, answer };
  },
  applyCommon: ({ common }, { files }, who) => withFiles(common, files, who),
  followUps: (after, _said, { org }) => toldOf(after, org),
});

/** R37: the service desk checks and submits it; not the person who prepared it. */
const submit = move({
  from: answered,
  to: 'closed',
  by: [serviceDesk],
  not: [engineer],
  style: 'primary',
  closes: true,
  undoable: true,
  apply: ({ data }, _nothing, { actorId, now }) => ({
    ...data,
    submittedBy: actorId ?? '',
    submittedAt: now.toISOString(),
  }),
});

/** The answer is kept, and another one is requested. */
const sendBack = moveWith({
  from: answered,
  to: 'draft',
  by: [serviceDesk],
  asks: reasonForm(serviceReportWords.reason.sendBack),
  nextRound: true,
  apply: ({ data }, { reason }, { now, actorId }) => {
    const { answer, ...rest } = data;
    if (!answer) return data;
    const at = now.toISOString();
    const earlier = [...data.earlier, { answer, reason, by: actorId ?? '', at }].slice(-10);
    return { ...rest, earlier, linksFrom: at };
  },
  news: (after, { reason }, { org }) => [
    {
      to: engineer.holders(after, org),
      key: serviceReportWords.news.sentBack,
      params: { number: after.number, reason },
    },
  ],
});

const cancel = moveWith({
  from: unanswered,
  to: 'cancelled',
  by: [serviceDesk, lead, manager],
  asks: reasonForm(serviceReportWords.reason.cancel),
  style: 'danger',
  secondary: true,
  closes: true,
  apply: ({ data }, { reason }) => ({ ...data, cancellation: reason }),
});

/** The moves of a service report. */
export const serviceReportMoves = {
  prepare,
  giveLink,
  signHere,
  paper,
  submit,
  sendBack,
  withdrawLinks,
  cancel,
  ...customerMoves,
};

function wrongVisit(said: VisitAnswers, { data }: Report, circumstances: RecordContext): Refusal | null {
  const { org } = circumstances;
  if (!org.project(said.project) || !org.person(said.engineer)?.active) return { key: 'form.chooseOne' };
  const { startedAt, endedAt } = describedBy(said, data, circumstances);
  return startedAt <= endedAt ? null : { key: serviceReportWords.refusal.times };
}

function withoutBlanks<Said extends object>(said: Said) {
  const given = Object.entries(said).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as { [Key in keyof Said]: Exclude<Said[Key], undefined> };
}

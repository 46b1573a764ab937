import { z } from 'zod';
import type { Ask } from '../../../records/declaration/ask.ts';
import { choiceField, dateField, optionsFrom } from '../../../records/declaration/fields.ts';
import type { FollowUp } from '../../../records/declaration/follow-up.ts';
import { raise } from '../../../records/shape/contract.ts';
import type { RecordOf } from '../../../records/shape/record.ts';
import { contracts } from '../../contracts.ts';
import { raisedFrom, returned } from '../capa.ts';
import { move, moveWith } from '../declare.ts';
import type { FindingData } from '../finding-data.ts';
import { capaApprover, capaAuthor, decidingNow, managementRepresentative } from '../finding-roles.ts';
import { reasonForm } from '../forms/reason-form.ts';
import { refuseReviewDay } from '../review-day.ts';
import { unsubmitted } from '../submission.ts';
import { findingWords } from '../words.ts';

const reviews = ['on', 'none'] as const;
const review = z.object({ review: z.enum(reviews), reviewDay: z.iso.date().optional() });

/** Whether and when the effectiveness is reviewed; without a review, verification closes the finding. */
const reviewDayForm: Ask<FindingData, z.output<typeof review>> = {
  schema: review,
  fields(record, { locale }) {
    const day = record?.data.capa.reviewDay;
    return [
      choiceField(
        locale,
        { name: 'review', label: findingWords.field.review, required: true },
        optionsFrom(locale, reviews, 'finding.reviewChoice'),
        day === undefined ? 'none' : 'on',
      ),
      dateField(locale, { name: 'reviewDay', label: findingWords.field.reviewDay }, day),
    ];
  },
};

const isMajor = ({ data }: RecordOf<FindingData>) => data.kind === 'major';

/** The actions of an approved report become records of their own. */
function raiseActions(after: RecordOf<FindingData>): FollowUp[] {
  if (after.state !== 'acting') return [];
  const { data, number, common, history, readerIds } = after;
  const decided = history.at(-1)?.actor;
  const given = {
    finding: number,
    departmentId: data.departmentId ?? '',
    ...(decided?.kind === 'person' && { approverId: decided.id }),
    ...(common.restricted && { restricted: true, accessIds: [...readerIds] }),
  };
  return data.capa.actions.map(({ id, kind, what, ownerId, dueDay }) =>
    raise(contracts.action.raise, { ...given, kind, what, ownerId, dueDay }, { number: `${number}-${id}` }),
  );
}

const approval = { not: [capaAuthor], style: 'primary', closes: true, followUps: raiseActions } as const;
const returning = {
  to: 'returned',
  not: [capaAuthor],
  asks: reasonForm,
  style: 'danger',
  undoable: true,
  nextRound: true,
} as const;

/** The approver sets the review day before the approval, which confirms what the card shows. */
const setReviewDay = moveWith({
  from: ['submitted', 'mrReview'],
  by: [decidingNow],
  not: [capaAuthor],
  asks: reviewDayForm,
  check(record, { review, reviewDay }, circumstances) {
    if (review === 'none') return null;
    return reviewDay === undefined
      ? { key: findingWords.refusal.reviewNeedsDay }
      : refuseReviewDay(record, { reviewDay }, circumstances);
  },
  apply: ({ data }, { review, reviewDay }) => {
    const { reviewDay: _before, ...capa } = data.capa;
    return { ...data, capa: { ...capa, ...(review === 'on' && reviewDay !== undefined && { reviewDay }) } };
  },
});

/** The data after an approval: the actions are raised once no further decision is needed. */
const approved = (record: RecordOf<FindingData>): FindingData => {
  const data = unsubmitted(record.data);
  return { ...data, raised: [...data.raised, ...raisedFrom(record)] };
};

/** R16, note 8: by the audit team's lead or QED; a major nonconformity goes on to the management representative. */
const approveCapa = move({
  ...approval,
  from: ['submitted'],
  to: { oneOf: ['mrReview', 'acting'], choose: (record) => (isMajor(record) ? 'mrReview' : 'acting') },
  by: [capaApprover],
  apply: (record) => (isMajor(record) ? unsubmitted(record.data) : approved(record)),
});

/** The report is returned with a reason: the next round. */
const returnCapa = moveWith({
  ...returning,
  from: ['submitted'],
  by: [capaApprover],
  apply: ({ data }, { reason }) => returned(data, reason),
});

/** R4, note 8: the management representative approves a major nonconformity. */
const approveMajor = move({
  ...approval,
  from: ['mrReview'],
  to: 'acting',
  by: [managementRepresentative],
  apply: approved,
});

/** The management representative returns it with a reason: the next round. */
const returnMajor = moveWith({
  ...returning,
  from: ['mrReview'],
  by: [managementRepresentative],
  apply: ({ data }, { reason }) => returned(data, reason),
});

/** Approving and returning the report. */
export const decisionMoves = { approveCapa, setReviewDay, returnCapa, approveMajor, returnMajor };

import type { Refusal } from '../../../records/declaration/ask.ts';
import type { RecordContext } from '../../../records/declaration/record-context.ts';
import { runningClock } from '../../../records/shape/clocks.ts';
import type { RecordOf } from '../../../records/shape/record.ts';
import { amended, changedFields } from '../amendment.ts';
import { unknownBelonging } from '../belonging.ts';
import { isUnconfirmed, openContest } from '../contest.ts';
import { move, moveWith } from '../declare.ts';
import { type FindingData, isNonconformity } from '../finding-data.ts';
import { answerAuthor, capaAuthor, contestDecider, qualityOfficer, writer } from '../finding-roles.ts';
import { amendForm, contestDecisionForm, contestForm } from '../forms/dispute-forms.ts';
import { isPast } from '../is-past.ts';
import { letIntoActions } from '../let-into-actions.ts';
import { answerersOf, reportersOf } from '../people-of.ts';
import { findingWords } from '../words.ts';

/** While the department has not answered. */
const asked = ['issued', 'toAnswer'] as const;
/** Every state between issue and end. */
export const underWay = [
  'issued',
  'returned',
  'submitted',
  'mrReview',
  'acting',
  'verifying',
  'verified',
  'toAnswer',
  'answerReturned',
  'answered',
  'agreed',
] as const;
/** Those who answer the finding may not amend or withdraw it, nor rule on their own objection. */
export const answeringSide = [writer, capaAuthor, answerAuthor] as const;
/** States in which the kind or addressee may still change: no answer has been decided on. */
const unanswered: readonly string[] = ['issued', 'returned', 'toAnswer', 'answerReturned'];

/** The state for a finding of this kind; null if it may stay in its current one. */
function stateFor(kind: FindingData['kind'], state: string): 'issued' | 'toAnswer' | null {
  if (isNonconformity(kind)) return state === 'toAnswer' || state === 'answerReturned' ? 'issued' : null;
  return state === 'issued' || state === 'returned' ? 'toAnswer' : null;
}

/** The department confirms the finding. */
const confirm = move({
  from: asked,
  by: [writer],
  offered: ({ data }) => isUnconfirmed(data),
  check: ({ data }) => (isUnconfirmed(data) ? null : { key: findingWords.refusal.nothingToConfirm }),
  apply: ({ data }, _nothing, { actorId, now }) => ({
    ...data,
    confirmation: { state: 'confirmed', by: actorId ?? '', at: now.toISOString() },
  }),
});

/** 异议: the department disputes the facts, the kind or the addressee. Its time to answer runs on. */
const contest = moveWith({
  from: asked,
  by: [writer],
  asks: contestForm,
  offered: ({ data }) => isUnconfirmed(data),
  check: refuseContest,
  apply({ data }, { about, reason }, { actorId, now }): FindingData {
    const by = actorId ?? '';
    const at = now.toISOString();
    return {
      ...data,
      confirmation: { state: 'contested', by, at },
      contests: [...data.contests, { by, at, about, reason }],
    };
  },
  news: (after, { reason }, { org }) => [
    {
      to: contestDecider.holders(after, org),
      key: findingWords.news.contested,
      params: { number: after.number, reason },
    },
  ],
});

function refuseContest(
  { data, clocks }: RecordOf<FindingData>,
  _said: unknown,
  { now }: RecordContext,
): Refusal | null {
  if (!isUnconfirmed(data)) return { key: findingWords.refusal.nothingToConfirm };
  const term = runningClock(clocks, 'confirm')?.until;
  if (!term || now <= term) return null;
  return { key: findingWords.refusal.contestOver, params: { at: { instant: term.toISOString() } } };
}

/** QED rules (the lead auditor for a finding from an audit); both sides stay on record. */
const decideContest = moveWith({
  from: asked,
  to: {
    oneOf: ['issued', 'toAnswer'],
    choose: ({ data, state }, { outcome, kind }) => (outcome === 'upheld' ? stateFor(kind ?? data.kind, state) : null),
  },
  by: [contestDecider],
  not: answeringSide,
  asks: contestDecisionForm,
  style: 'primary',
  keepsDue: true,
  offered: ({ data }) => openContest(data) !== undefined,
  check(record, said, circumstances) {
    if (!openContest(record.data)) return { key: findingWords.refusal.noContest };
    if (said.department !== undefined && !circumstances.org.department(said.department))
      return { key: 'form.chooseOne' };
    if (said.newDay !== undefined && isPast(said.newDay, record, circumstances)) return { key: 'form.pastDay' };
    const isUpheld = said.outcome === 'upheld';
    if (!isUpheld && changedFields(record.data, said).length > 0) return { key: findingWords.refusal.dismissedAmends };
    return null;
  },
  apply({ data }, { outcome, remark, newDay, ...change }, who) {
    const decided = { outcome, remark, decidedBy: who.actorId ?? '', decidedAt: who.now.toISOString() };
    const contests = data.contests.map((one) =>
      one.outcome === undefined ? { ...one, ...decided, ...(newDay !== undefined && { newDay }) } : one,
    );
    const after = { ...data, contests };
    return outcome === 'upheld' ? amended(after, change, remark, who) : after;
  },
  extendsTo: (_record, { newDay }) => newDay ?? null,
  news: ({ data, number }, { outcome, remark }, { org }) => [
    {
      to: [...answerersOf(data, org), ...data.contests.map(({ by }) => by)],
      key: findingWords.news[`contest.${outcome}`],
      params: { number, reason: remark },
    },
  ],
});

/** QED amends an issued finding; old and new text stay on record. */
const amend = moveWith({
  from: underWay,
  to: { oneOf: ['issued', 'toAnswer'], choose: ({ data, state }, { kind }) => stateFor(kind ?? data.kind, state) },
  by: [qualityOfficer, contestDecider],
  not: answeringSide,
  asks: amendForm,
  secondary: true,
  keepsDue: true,
  check({ data, state }, said, { org }) {
    const fields = changedFields(data, said);
    if (fields.length === 0) return { key: findingWords.refusal.nothingAmended };
    if (said.department !== undefined && !org.department(said.department)) return { key: 'form.chooseOne' };
    const isFixed = !unanswered.includes(state) && (fields.includes('kind') || fields.includes('department'));
    return isFixed ? { key: findingWords.refusal.answeredAlready } : unknownBelonging(said, org);
  },
  apply: ({ data }, { reason, ...change }, who) => amended(data, change, reason, who),
  followUps: letIntoActions,
  news: ({ data, number }, { reason }, { org }) => [
    {
      to: [...answerersOf(data, org), ...reportersOf(data)],
      key: findingWords.news.amended,
      params: { number, reason },
    },
  ],
});

/** Confirming, disputing and amending an issued finding. */
export const disputeMoves = { confirm, contest, decideContest, amend };

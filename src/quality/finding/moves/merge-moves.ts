import { z } from 'zod';
import type { Ask, Refusal } from '../../../records/declaration/ask.ts';
import { textField } from '../../../records/declaration/fields.ts';
import type { RecordContext } from '../../../records/declaration/record-context.ts';
import { namesOf } from '../../../records/define-record.ts';
import { signal } from '../../../records/shape/contract.ts';
import type { RecordOf } from '../../../records/shape/record.ts';
import { contracts } from '../../contracts.ts';
import { moveWith } from '../declare.ts';
import type { FindingData } from '../finding-data.ts';
import { qualityOfficer } from '../finding-roles.ts';
import { findingStates } from '../finding-states.ts';
import { letIntoActions } from '../let-into-actions.ts';
import { evidenceOf, withMerged, withoutMerged } from '../merge.ts';
import { reportersOf } from '../people-of.ts';
import { findingWords } from '../words.ts';

const target = z.object({ into: z.string().trim().min(1).max(60).toUpperCase() });

/** The finding to merge into. */
const mergeForm: Ask<FindingData, z.output<typeof target>> = {
  schema: target,
  fields: (_record, { locale }) => [
    textField(locale, {
      name: 'into',
      label: findingWords.field.mergeInto,
      hint: findingWords.field['mergeInto.hint'],
      required: true,
      max: 60,
    }),
  ],
};

const open = namesOf(findingStates).filter((state) => findingStates[state].final !== true);

/** It is the same matter as another finding: evidence and reporter move there, and this one ends. */
const merge = moveWith({
  from: ['reported', 'askedBack'],
  to: 'merged',
  by: [qualityOfficer],
  asks: mergeForm,
  offersSimilar: true,
  closes: true,
  undoable: true,
  undoFollowUps: ({ data: { mergedInto }, number }) =>
    mergedInto === undefined ? [] : [signal(contracts.finding.letGo, { number: mergedInto }, { number })],
  names: ({ into }) => [into],
  check: refuseMerge,
  apply: ({ data }, { into }) => ({ ...data, mergedInto: into }),
  applyCommon: ({ common }, { into }) => ({
    ...common,
    links: [...common.links, { kind: 'duplicate', number: into }],
  }),
  followUps: (after, { into }) => [
    signal(
      contracts.finding.takeIn,
      { number: into },
      { number: after.number, reporterIds: reportersOf(after.data), evidence: evidenceOf(after) },
    ),
  ],
  news: ({ data, number }, { into }) => [
    { to: reportersOf(data), key: findingWords.news.merged, params: { number, into } },
  ],
});

function refuseMerge(
  { number, restricted }: RecordOf<FindingData>,
  { into }: { readonly into: string },
  { others }: RecordContext,
): Refusal | null {
  const target = others?.get(into);
  if (target?.type !== 'finding' || !target.open || target.number === number) {
    return { key: findingWords.refusal.mergeTarget, params: { number: into } };
  }
  if (restricted && !target.restricted) return { key: findingWords.refusal.mergeRestricted, params: { number: into } };
  return null;
}

/** Another finding turned out to be the same matter as this one. */
const takeIn = moveWith({
  from: open,
  by: [],
  input: contracts.finding.takeIn.input,
  apply: ({ data }, { number, reporterIds }) => ({
    ...data,
    merged: [
      ...data.merged,
      ...(reporterIds.length > 0 ? reporterIds : [null]).map((reporterId) => ({ number, reporterId })),
    ],
  }),
  applyCommon: ({ common }, { number, evidence }) => withMerged(common, number, evidence),
  followUps: letIntoActions,
  news: ({ number, ownerIds }, { number: other }) => [
    { to: ownerIds, key: findingWords.news.tookIn, params: { number, other } },
  ],
});

/** The merge was undone. */
const letGo = moveWith({
  from: namesOf(findingStates),
  by: [],
  input: contracts.finding.letGo.input,
  apply: ({ data }, { number }) => ({ ...data, merged: data.merged.filter((one) => one.number !== number) }),
  applyCommon: ({ common }, { number }) => withoutMerged(common, number),
});

/** Merging two findings about the same matter. */
export const mergeMoves = { merge, takeIn, letGo };

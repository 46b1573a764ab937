import { withFiles } from '../../records/decide/evidence.ts';
import type { Post } from '../../records/declaration/role.ts';
import { creation, defineRecord } from '../../records/define-record.ts';
import { emptyCommon } from '../../records/shape/common.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import { findingBody } from './body/finding-body.ts';
import { emptyCapa } from './capa-data.ts';
import { clauseFacet, sameMatter } from './clause.ts';
import { type FindingData, findingData } from './finding-data.ts';
import { findingFilters } from './finding-filters.ts';
import { findingStates } from './finding-states.ts';
import { titleOf } from './finding-title.ts';
import { findingUpgrades } from './finding-upgrades.ts';
import { findingKind } from './forms/door.ts';
import { creationForm, proposedData, withProposed } from './forms/proposed.ts';
import { voiceTold } from './forms/voice-told.ts';
import { accessMoves } from './moves/access-moves.ts';
import { answerMoves } from './moves/answer-moves.ts';
import { capaMoves } from './moves/capa-moves.ts';
import { decisionMoves } from './moves/decision-moves.ts';
import { disputeMoves } from './moves/dispute-moves.ts';
import { handlerMoves } from './moves/handler-moves.ts';
import { mergeMoves } from './moves/merge-moves.ts';
import { triageMoves } from './moves/triage-moves.ts';
import { verificationMoves } from './moves/verification-moves.ts';
import { withdrawMoves } from './moves/withdraw-moves.ts';
import { readersOf } from './people-of.ts';
import { withVisibility } from './visibility.ts';
import { findingCalled, findingWords } from './words.ts';

type Finding = RecordOf<FindingData>;

/** Planned actions that are not records yet. */
const planned = ({ number, data: { capa, raised } }: Finding) =>
  capa.actions.filter(({ id }) => !raised.some((action) => action.number === `${number}-${id}`));

/** Where a finding names people who still have work with it. Past roles (author, reporter, verifier) are history and stay. */
const findingPosts: readonly Post<FindingData>[] = [
  {
    label: findingWords.role.handler,
    holders: ({ data }) => (data.handlerId === undefined ? [] : [data.handlerId]),
    replace: ({ data }, from, to) => (data.handlerId === from ? { ...data, handlerId: to } : data),
  },
  {
    label: 'people.post.coWriter',
    holders: ({ data }) => data.coWriterIds,
    replace: ({ data }, from, to) => ({
      ...data,
      coWriterIds: [...new Set(data.coWriterIds.map((id) => (id === from ? to : id)))],
    }),
  },
  {
    label: findingWords.role.actionOwner,
    holders: (record) => planned(record).map(({ ownerId }) => ownerId),
    replace(record, from, to) {
      const open = new Set(planned(record).map(({ id }) => id));
      const { capa } = record.data;
      const actions = capa.actions.map((action) =>
        open.has(action.id) && action.ownerId === from ? { ...action, ownerId: to } : action,
      );
      return { ...record.data, capa: { ...capa, actions } };
    },
  },
];

/** A finding, including the report or the answer it calls for (R9, R16, R17, R30). */
export const finding = defineRecord<FindingData, typeof findingWords>({
  type: 'finding',
  words: findingWords,
  called: findingCalled,
  number: { per: 'year', prefix: (org) => org.settings.prefixes.finding ?? 'FD' },
  schemaVersion: 2,
  upgrades: findingUpgrades,
  data: findingData,
  title: titleOf,
  facets: ({ kind, source, element, projectId, criterion, capa: { causeCategory } }) => ({
    ...(kind && { kind }),
    ...(source && { source }),
    ...(element && { element }),
    ...(projectId && { project: projectId }),
    ...clauseFacet(criterion),
    ...(causeCategory && { cause: causeCategory }),
  }),
  sameMatter,
  filters: findingFilters,
  exported: [{ label: 'export.clause', text: ({ criterion }) => criterion }],
  answeredIn: ['issued', 'returned', 'toAnswer', 'answerReturned'],
  keptIn: ['issued', 'returned'],
  searched: ({ what, where, criterion = '', evidence = '' }) => [where, criterion, what, evidence],
  readers: readersOf,
  department: ({ departmentId }) => departmentId ?? null,
  posts: findingPosts,
  inChannels: true,
  initialState: 'reported',
  states: findingStates,
  moves: {
    ...triageMoves,
    ...mergeMoves,
    ...disputeMoves,
    ...handlerMoves,
    ...capaMoves,
    ...decisionMoves,
    ...verificationMoves,
    ...answerMoves,
    ...withdrawMoves,
    ...accessMoves,
  },
  creation: creation({
    asks: creationForm,
    leadsTo: (said) => voiceTold(said),
    initial: ({ project, suggestedKind, visibility: _seen, files: _files, proposal, ...said }, { actorId }) => ({
      ...said,
      ...findingKind(suggestedKind),
      ...(project !== undefined && { projectId: project }),
      reporterId: actorId,
      questions: [],
      merged: [],
      coWriterIds: [],
      contests: [],
      amendments: [],
      transfers: [],
      capa: emptyCapa,
      actionsPlanned: 0,
      raised: [],
      pastRounds: [],
      pastAnswers: [],
      ...(actorId === null && proposal && proposedData(proposal)),
    }),
    initialCommon({ visibility, files, proposal }, who) {
      const common = withVisibility(withFiles(emptyCommon, files, who), visibility);
      return who.actorId === null && proposal ? withProposed(common, proposal) : common;
    },
  }),
  body: findingBody,
});

import type { MessageKey } from '../../i18n/translate.ts';
import type { ActorContext } from '../../records/declaration/record-context.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import { type Capa, emptyCapa } from './capa-data.ts';
import type { FindingData } from './finding-data.ts';
import { findingWords } from './words.ts';

/** The data with a change to the report, and the editor added to its authors. */
export function withCapa(data: FindingData, change: Partial<Capa>, { actorId }: ActorContext): FindingData {
  const authors = new Set(data.capa.authorIds);
  if (actorId !== null) authors.add(actorId);
  return { ...data, capa: { ...data.capa, ...change, authorIds: [...authors] } };
}

/** The field labels of the steps a report still lacks. A report that lacks none may be submitted. */
export function missingIn({ capa }: FindingData): MessageKey[] {
  const steps: readonly (readonly [boolean, MessageKey])[] = [
    [capa.correction === undefined, findingWords.step.correction],
    [capa.rootCause === undefined || capa.causeCategory === undefined, findingWords.step.cause],
    [!capa.actions.some(({ kind }) => kind === 'corrective'), findingWords.step.actions],
    [capa.criterion === undefined, findingWords.step.effect],
  ];
  return steps.filter(([missing]) => missing).map(([, name]) => name);
}

/** A returned report: kept as a past round, and open for editing with its content intact. */
export function returned({ submission: _over, ...data }: FindingData, reason: string): FindingData {
  return { ...data, pastRounds: [...data.pastRounds, { capa: data.capa, outcome: 'returned', reason }] };
}

/** An ineffective report: kept as a past round; the next round starts from an empty one. */
export function ineffective(data: FindingData, reason: string): FindingData {
  const { verification: _verification, reviewOn: _reviewed, ...rest } = data;
  const past = { capa: data.capa, outcome: 'ineffective', reason } as const;
  return { ...rest, capa: emptyCapa, pastRounds: [...data.pastRounds, past] };
}

/** The report's actions as records to raise: their numbers begin with the finding's. */
export function raisedFrom({ data, number, round }: RecordOf<FindingData>): FindingData['raised'] {
  return data.capa.actions.map(({ id, ownerId }) => ({
    number: `${number}-${id}`,
    round,
    done: false,
    ownerIds: [ownerId],
  }));
}

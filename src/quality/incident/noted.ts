import { isDeepStrictEqual } from 'node:util';
import type { MoveName, StateName } from '../../records/declaration/declare-move.ts';
import type { MoveDeclaration } from '../../records/declaration/move.ts';
import type { IncidentData } from './incident-data.ts';
import type { incidentWords } from './words.ts';

/** Fact names that differ from their data fields. */
const facts: Partial<Record<keyof IncidentData, string>> = {
  projectId: 'project',
  requesterId: 'requester',
  requesterName: 'requester',
  engineerId: 'engineer',
};
const ours = new Set<keyof IncidentData>([
  'customerId',
  'departmentId',
  'learned',
  'source',
  'promise',
  'reopenings',
  'callBack',
  'ratings',
  'urgency',
]);

/** The declaration of an incident move. */
export type IncidentMove<Input> = MoveDeclaration<
  IncidentData,
  Input,
  StateName<typeof incidentWords>,
  MoveName<typeof incidentWords>
>;

/**
 * The move, plus a note of when a person changed which fact, so that earlier reports from the source tool do not undo it. Items without a source tool
 * carry no such notes.
 */
export function noted<Input>(declaration: IncidentMove<Input>): IncidentMove<Input> {
  return {
    ...declaration,
    apply(record, input, who) {
      const before = record.data;
      const after = declaration.apply?.(record, input, who) ?? before;
      if (!before.source) return after;
      const names = new Set([...keysOf(before), ...keysOf(after)]);
      const changed = [...names].filter((name) => !ours.has(name) && !isDeepStrictEqual(before[name], after[name]));
      const times = changed.map((name) => [facts[name] ?? name, who.now.toISOString()]);
      return { ...after, learned: { ...before.learned, ...Object.fromEntries(times) } };
    },
  };
}

const keysOf = (data: IncidentData) => Object.keys(data) as (keyof IncidentData)[];

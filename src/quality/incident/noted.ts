import { isDeepStrictEqual } from 'node:util';
import type { MoveName, StateName } from '../../records/declaration/declare-move.ts';
import type { MoveDeclaration } from '../../records/declaration/move.ts';
import type { IncidentData } from './incident-data.ts';
import type { incidentWords } from './words.ts';

/** What of the data tells which fact, where the two are not called the same. */
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

/** A move of incidents, as it is declared. */
export type IncidentMove<Input> = MoveDeclaration<
  IncidentData,
  Input,
  StateName<typeof incidentWords>,
  MoveName<typeof incidentWords>
>;

/**
 * The move, with a note of when a person changed which fact: what the tool that the item came from told before that does not undo it. Items
 * of no other tool carry no such notes.
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

import type { RecordType } from '../declaration/record-type.ts';
import type { RecordOf } from '../shape/record.ts';
import { EXTENSION_DUTY, OPINION_DUTY } from './duties.ts';

/**
 * The one move expected of a state's owners, for a reminder: the state's purpose, otherwise the next step of its draft, otherwise the only one. Null
 * if there is a choice to make first.
 */
export function wantedMove<Data>(type: RecordType<Data>, record: RecordOf<Data>): string | null {
  const owner = type.states[record.state]?.owner?.id;
  const owned = Object.entries(type.moves).filter(
    ([, { by, from, secondary, offered }]) =>
      by.some(({ id }) => id === owner) && from.includes(record.state) && !secondary && offered?.(record) !== false,
  );
  const chosen = owned.find(([, { style }]) => style === 'primary') ?? owned.find(([, { draft }]) => draft === true);
  const [only, ...others] = owned;
  return chosen?.[0] ?? (only && others.length === 0 ? only[0] : null);
}

/** The move expected for a duty; null if there is a choice to make first. */
export function wantedForDuty(type: RecordType<unknown>, state: string, step: string): string | null {
  if (step === OPINION_DUTY) return 'giveOpinion';
  if (step === EXTENSION_DUTY) return null;
  return type.states[state]?.also?.find((duty) => duty.step === step)?.wants ?? null;
}

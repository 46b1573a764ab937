import { begin } from '../decide/begin.ts';
import type { DecisionContext } from '../decide/decision.ts';
import type { Registry } from '../registry.ts';
import type { CreateRequest } from '../requests.ts';
import type { RaiseEffect } from '../shape/effect.ts';
import type { RecordOf } from '../shape/record.ts';

/** The actor when a record raises another. */
export const raising = { kind: 'system', name: 'outbox' } as const;

/** The request that carries out an effect; `parent` is null for periodic work. */
export function createRequestOf(effect: RaiseEffect, parent: Pick<RecordOf<unknown>, 'number'> | null): CreateRequest {
  const { key, type, number, input, origin = key } = effect;
  return {
    type,
    answers: input,
    actor: raising,
    origin,
    ...(number !== undefined && { number }),
    ...(parent && { parentNumber: parent.number }),
  };
}

/** A new child, and the key of the effect that asks for it. */
export interface Child {
  readonly key: string;
  readonly record: RecordOf<unknown>;
}

/**
 * The children that a new record raises right away and that can be inserted with it: those it numbers itself and whose number need not be reported
 * back.
 */
export function raisedWith(
  record: RecordOf<unknown>,
  registry: Registry,
  setting: DecisionContext,
  newId: () => string,
): Child[] {
  return record.effects.flatMap((effect): Child[] => {
    if (effect.kind !== 'raise' || effect.number === undefined || effect.tells !== undefined) return [];
    const beginning = begin(registry.get(effect.type), createRequestOf(effect, record), setting);
    return beginning.ok ? [{ key: effect.key, record: beginning.at({ id: newId(), number: effect.number }) }] : [];
  });
}

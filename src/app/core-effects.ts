import { AppError } from '../errors.ts';
import type { CoreEffects, RaiseEffect } from '../outbox/core-effects.ts';
import type { Plain } from '../records/change.ts';
import type { RecordOf } from '../records/record.ts';
import type { RecordKey } from '../records/record-repository.ts';
import type { Records } from '../records/records.ts';

const system = { kind: 'system', name: 'outbox' } as const;

/** Children raised and moves signalled: each once, under the key of its effect. */
export function createCoreEffects(records: Records): CoreEffects {
  async function signal(interaction: string, to: RecordKey, move: string, input: Plain): Promise<void> {
    const request = { move, answers: input, actor: system, interaction, round: null };
    const { record, verdict } = await records.perform(to, request);
    if (verdict.verdict === 'done' || verdict.verdict === 'repeated') return;
    throw new AppError('records.signalRefused', { number: record.number, move, verdict: verdict.verdict });
  }

  /**
   * What was raised before: under the key, for a type that numbers itself, where a repetition would use a number up for nothing; else the
   * parent's child of that number, which it may ask for again.
   */
  async function raisedBefore(
    effect: RaiseEffect,
    parent: RecordOf<unknown> | null,
  ): Promise<RecordOf<unknown> | null> {
    const { key, type, number, origin = key } = effect;
    if (number === undefined) return records.load({ origin });
    const known = parent && (await records.load({ number }));
    return known?.type === type && known.parentNumber === parent?.number ? known : null;
  }

  async function raised(effect: RaiseEffect, parent: RecordOf<unknown> | null): Promise<RecordOf<unknown>> {
    const { key, type, number, input, origin = key } = effect;
    const known = await raisedBefore(effect, parent);
    if (known) return known;
    const created = await records.create({
      type,
      answers: input,
      actor: system,
      origin,
      ...(number !== undefined && { number }),
      ...(parent && { parentNumber: parent.number }),
    });
    if (created.verdict === 'created') return created.record;
    throw new AppError('records.raiseRefused', { type, number: number ?? '', for: parent?.number ?? '' });
  }

  return {
    async raise(effect, parent) {
      const { number } = await raised(effect, parent);
      if (effect.tells && parent)
        await signal(`${effect.key}:told`, { number: parent.number }, effect.tells, { number });
    },
    signal: ({ key, number, origin, move, input }) =>
      signal(key, number === undefined ? { origin: origin ?? '' } : { number }, move, input),
  };
}

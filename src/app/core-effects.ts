import { AppError } from '../errors.ts';
import type { CoreEffects, Raise } from '../outbox/core-effects.ts';
import type { Records } from '../records/records.ts';
import type { CreatedOrTaken } from '../records/requests.ts';
import type { Plain } from '../records/shape/change.ts';
import type { RaiseEffect } from '../records/shape/effect.ts';
import type { RecordOf } from '../records/shape/record.ts';
import { createRequestOf, raising } from '../records/store/raised-with.ts';
import type { RecordKey } from '../records/store/record-repository.ts';

/** Raises child records and signals moves, each once under the key of its effect. */
export function createCoreEffects(records: Records): CoreEffects {
  async function signal(interaction: string, to: RecordKey, move: string, input: Plain): Promise<void> {
    const request = { move, answers: input, actor: raising, interaction, round: null };
    const { record, verdict } = await records.perform(to, request);
    if (verdict.verdict === 'done' || verdict.verdict === 'repeated') return;
    throw new AppError('records.signalRefused', { number: record.number, move, verdict: verdict.verdict });
  }

  /**
   * The record raised earlier: looked up by key for a type that numbers itself, where a retry would use up a number; otherwise the parent's child of
   * that number, which a retry may request again.
   */
  async function raisedBefore(
    { key, type, number, origin = key }: RaiseEffect,
    parent: RecordOf<unknown> | null,
  ): Promise<RecordOf<unknown> | null> {
    if (number === undefined) return records.load({ origin });
    const known = parent && (await records.load({ number }));
    return known?.type === type && known.parentNumber === parent?.number ? known : null;
  }

  /** The result of an effect, or the record that already existed. */
  async function settle(
    { effect }: Raise,
    created: CreatedOrTaken | undefined,
    parent: RecordOf<unknown> | null,
  ): Promise<RecordOf<unknown>> {
    if (created?.verdict === 'created') return created.record;
    const { type, number = '' } = effect;
    if (created?.verdict !== 'taken') {
      throw new AppError('records.raiseRefused', { type, number, for: parent?.number ?? '' });
    }
    const known = await raisedBefore(effect, parent);
    if (!known) throw new AppError('records.noNumber', { type, number });
    return known;
  }

  return {
    async raise(raises, parent) {
      const failures = new Map<string, unknown>();
      const known = new Map<Raise, RecordOf<unknown>>();
      for (const one of raises) {
        const before = one.isFirst ? null : await raisedBefore(one.effect, parent);
        if (before) known.set(one, before);
      }
      const fresh = raises.filter((one) => !known.has(one));
      const created = await records.createAll(fresh.map(({ effect }) => createRequestOf(effect, parent)));
      for (const one of raises) {
        const { key, tells } = one.effect;
        try {
          const { number } = known.get(one) ?? (await settle(one, created[fresh.indexOf(one)], parent));
          if (tells && parent) await signal(`${key}:told`, { number: parent.number }, tells, { number });
        } catch (error) {
          failures.set(key, error);
        }
      }
      return failures;
    },
    signal: ({ key, number, origin, move, input }) =>
      signal(key, number === undefined ? { origin: origin ?? '' } : { number }, move, input),
  };
}

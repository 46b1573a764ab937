import { AppError } from '../errors.ts';
import type { CoreEffects } from '../outbox/core-effects.ts';
import type { Records } from '../records/records.ts';

const system = { kind: 'system', name: 'outbox' } as const;

/** Children raised and moves signalled: each once, under the key of its effect. */
export function createCoreEffects(records: Records): CoreEffects {
  return {
    async raise({ key, type, number, input }, parent) {
      const created = await records.create({
        type,
        answers: input,
        actor: system,
        origin: key,
        number,
        ...(parent && { parentNumber: parent.number }),
      });
      if (created.verdict === 'errors') throw new AppError('records.raiseRefused', { type, number });
    },
    async signal({ key, number, move, input }) {
      const request = { move, answers: input, actor: system, interaction: key, round: null };
      const { verdict } = await records.perform({ number }, request);
      if (verdict.verdict === 'done' || verdict.verdict === 'repeated') return;
      throw new AppError('records.signalRefused', { number, move, verdict: verdict.verdict });
    },
  };
}

import { type Carrier, claimOf, giveUp, type Job, postpone, reasonOf } from './carrier.ts';
import type { EffectChange } from './change.ts';
import type { LetterEffect, LetterOutcome } from './letters.ts';
import type { Work } from './work.ts';

/** After this many failures the server is not expected back: about a day. The record is notified, so that people take over. */
const isLastTry = ({ options }: Carrier, { attempts }: LetterEffect) => attempts + 1 >= options.mostAttempts;

/**
 * Sends a letter. Its claim records that a send was begun, so that after a crash the next process knows that it may have gone out; the record is
 * notified before the effect is done, so that a crash in between notifies it again, under the same key.
 */
export function carryOutLetter(carrier: Carrier, job: Job, effect: LetterEffect): Work {
  const begun = effect.begun ?? carrier.clock.now();
  return {
    names: [effect.key],
    claims: [claimOf(carrier, effect, begun, carrier.options.leaseMs)],
    run: async () => [await sendLetter(carrier, job, effect)],
  };
}

async function sendLetter(
  carrier: Carrier,
  { document: { record } }: Job,
  effect: LetterEffect,
): Promise<EffectChange> {
  if (!record) return giveUp(carrier, effect, { status: 'dead', reason: 'no record', begun: null });
  let outcome: LetterOutcome;
  try {
    outcome = await carrier.letters.send(effect, record, effect.begun);
  } catch (error) {
    carrier.log.error({ effect: effect.key, reason: reasonOf(error) }, 'letter could not be written');
    const end = { status: effect.begun ? 'unknown' : 'dead', after: carrier.options.mostAttempts } as const;
    return postpone(carrier, effect, { reason: reasonOf(error), begun: effect.begun, end });
  }
  if (outcome.outcome === 'later' && !isLastTry(carrier, effect)) {
    const { reason, afterMs } = outcome;
    const end = { status: 'dead', after: carrier.options.mostAttempts } as const;
    return postpone(carrier, effect, { reason, afterMs, begun: null, end });
  }
  if (outcome.outcome !== 'dropped') await carrier.letters.note(effect, record, outcome);
  return settle(carrier, effect, outcome);
}

function settle(carrier: Carrier, effect: LetterEffect, outcome: LetterOutcome): EffectChange {
  switch (outcome.outcome) {
    case 'sent':
    case 'byHand':
    case 'dropped':
      return { change: 'complete', key: effect.key, card: null };
    case 'refused':
    case 'later':
      return giveUp(carrier, effect, { status: 'dead', reason: outcome.reason, begun: null });
    case 'unknown': {
      const begun = effect.begun ?? carrier.clock.now();
      return giveUp(carrier, effect, { status: 'unknown', reason: outcome.reason, begun });
    }
    default:
      return outcome satisfies never;
  }
}

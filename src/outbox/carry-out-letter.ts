import { type Carrier, claim, giveUp, type Job, postpone, reasonOf } from './carrier.ts';
import type { LetterEffect, LetterOutcome } from './letters.ts';

/** After so many failures nobody expects the server back: about a day. The record is told, so that people take over. */
const isLastTry = ({ options }: Carrier, { attempts }: LetterEffect) => attempts + 1 >= options.mostAttempts;

/**
 * Sends a letter. One write leases the effect and notes that a send was begun, so that whoever finds it after a crash knows that it may have
 * gone; the record is told before the effect is done, so that a crash in between tells it again, under the same key.
 */
export async function carryOutLetter(carrier: Carrier, job: Job, effect: LetterEffect): Promise<void> {
  const { record } = job.document;
  const at = carrier.clock.now();
  if (!(await claim(carrier, job, effect, effect.begun ?? at))) return;
  if (!record) return giveUp(carrier, job, effect, { status: 'dead', reason: 'no record', begun: null });
  let outcome: LetterOutcome;
  try {
    outcome = await carrier.letters.send(effect, record, effect.begun);
  } catch (error) {
    carrier.log.error({ effect: effect.key, reason: reasonOf(error) }, 'letter could not be written');
    const end = { status: effect.begun ? 'unknown' : 'dead', after: carrier.options.mostAttempts } as const;
    return postpone(carrier, job, effect, { reason: reasonOf(error), begun: effect.begun, end });
  }
  await settle(carrier, job, effect, outcome, record);
}

async function settle(
  carrier: Carrier,
  job: Job,
  effect: LetterEffect,
  outcome: LetterOutcome,
  record: NonNullable<Job['document']['record']>,
): Promise<void> {
  const { letters, clock, me, options } = carrier;
  if (outcome.outcome === 'later' && !isLastTry(carrier, effect)) {
    const { reason, afterMs } = outcome;
    const end = { status: 'dead', after: options.mostAttempts } as const;
    return postpone(carrier, job, effect, { reason, afterMs, begun: null, end });
  }
  if (outcome.outcome !== 'dropped') await letters.note(effect, record, outcome);
  switch (outcome.outcome) {
    case 'sent':
    case 'byHand':
    case 'dropped':
      await job.store.complete(job.document.id, effect.key, me, null, clock.now());
      return;
    case 'refused':
    case 'later':
      return giveUp(carrier, job, effect, { status: 'dead', reason: outcome.reason, begun: null });
    case 'unknown':
      return giveUp(carrier, job, effect, {
        status: 'unknown',
        reason: outcome.reason,
        begun: effect.begun ?? clock.now(),
      });
    default:
      return outcome satisfies never;
  }
}

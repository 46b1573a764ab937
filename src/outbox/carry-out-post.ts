import type { Card } from '../chat/card.ts';
import type { ChatAdapter, SendOutcome } from '../chat/port.ts';
import { AppError } from '../errors.ts';
import { type Carrier, claim, giveUp, type Job, postpone, reasonOf } from './carrier.ts';
import { complete } from './complete-post.ts';
import type { PostEffect } from './draw.ts';
import { receiverOf } from './pace.ts';
import { readReply } from './read-reply.ts';

/**
 * Sends a message. The card is drawn first; then one write leases the effect and notes that a send was begun, so that whoever
 * finds it after a crash knows that the message may stand.
 */
export async function carryOutSend(carrier: Carrier, job: Job, effect: PostEffect): Promise<void> {
  const adapter = carrier.adapters.get(effect.route);
  if (!adapter) return;
  let send: () => Promise<SendOutcome>;
  try {
    send = await prepare(carrier, job, adapter, effect);
  } catch (error) {
    carrier.log.error({ effect: effect.key, err: error }, 'card could not be drawn');
    return putOff(carrier, job, effect, reasonOf(error));
  }
  const postedAt = carrier.clock.now();
  if (!(await claim(carrier, job, effect, postedAt))) return;
  carrier.pace.take(effect.key);
  await note(carrier, job, effect, adapter, postedAt, await outcomeOf(send));
}

/** No adapter serves the workspace: perhaps it is only switched off for a while. */
export function carryOutStrand(carrier: Carrier, job: Job, effect: PostEffect): Promise<void> {
  return putOff(carrier, job, effect, 'workspace not served');
}

async function putOff(carrier: Carrier, job: Job, effect: PostEffect, reason: string): Promise<void> {
  const { begun } = effect;
  if (!(await claim(carrier, job, effect, begun))) return;
  const end = { status: begun ? 'unknown' : 'dead', after: carrier.options.mostAttempts } as const;
  await postpone(carrier, job, effect, { reason, begun, end });
}

/** What is to be sent, drawn already. */
async function prepare(
  carrier: Carrier,
  job: Job,
  adapter: ChatAdapter,
  effect: PostEffect,
): Promise<() => Promise<SendOutcome>> {
  const { target, key, locale } = effect;
  if (effect.purpose === 'reply') {
    const reply = readReply(effect.content);
    return () => adapter.say(target, reply, key, locale);
  }
  if (effect.purpose === 'file') {
    const file = await carrier.draw.file(effect);
    return () => adapter.postFile(target, file, key, locale);
  }
  const card = await drawCard(carrier, job, adapter, effect);
  return () => adapter.post(target, card, key, locale);
}

function drawCard({ draw }: Carrier, { document }: Job, adapter: ChatAdapter, effect: PostEffect): Promise<Card> {
  const { purpose, locale, lead, personId = null } = effect;
  if (purpose === 'notice') return draw.notice(effect);
  if (!document.record) throw new AppError('outbox.noRecord', { effect: effect.key });
  if (purpose === 'tell') return draw.tell(document.record, effect);
  const { platform, workspace } = adapter;
  return draw.record(document.record, { platform, workspace, locale, personId, retired: false, ...(lead && { lead }) });
}

/** A new card is refused where an old one stands: the bot is no longer welcome there, and need not ask again and again. */
async function forgetRenewed({ store, document }: Job, { renews }: PostEffect, now: Date): Promise<void> {
  const old = document.cards.find(({ message }) => message === renews);
  if (old) await store.forget(document.id, old, null, now);
}

/** An adapter does not throw; one that does all the same leaves open what it did. */
async function outcomeOf(send: () => Promise<SendOutcome>): Promise<SendOutcome> {
  try {
    return await send();
  } catch (error) {
    return { outcome: 'unknown', reason: reasonOf(error) };
  }
}

async function note(
  carrier: Carrier,
  job: Job,
  effect: PostEffect,
  adapter: ChatAdapter,
  postedAt: Date,
  outcome: SendOutcome,
): Promise<void> {
  const { pace, clock, options } = carrier;
  switch (outcome.outcome) {
    case 'sent':
      return complete(carrier, job, effect, { place: outcome.place, shownVersion: job.document.version, postedAt });
    case 'later': {
      const { reason, afterMs, scope } = outcome;
      const until = clock.now().getTime() + afterMs;
      if (scope === 'workspace') pace.pauseRoute(effect.route, until);
      else pace.pause(receiverOf(effect, adapter.platform), until);
      const end = { status: 'dead', after: options.mostAttempts } as const;
      return postpone(carrier, job, effect, { reason, afterMs, begun: null, end });
    }
    case 'refused':
      await forgetRenewed(job, effect, clock.now());
      return giveUp(carrier, job, effect, { status: 'dead', reason: outcome.reason, begun: null });
    case 'unknown': {
      const end = { status: 'unknown', after: options.mostAttempts } as const;
      const { reason } = outcome;
      return postpone(carrier, job, effect, { reason, afterMs: options.settleMs, begun: postedAt, end });
    }
    default:
      return outcome satisfies never;
  }
}

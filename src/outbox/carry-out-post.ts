import type { Card } from '../chat/card.ts';
import type { ChatAdapter, SendOutcome } from '../chat/port.ts';
import { AppError } from '../errors.ts';
import { type Carrier, claimOf, giveUp, type Job, postpone, reasonOf } from './carrier.ts';
import type { EffectChange } from './change.ts';
import { completePost } from './complete-post.ts';
import type { PostEffect } from './draw.ts';
import type { OutboxDocument } from './effect-store.ts';
import { receiverOf } from './pace.ts';
import { readReply } from './read-reply.ts';
import type { Work } from './work.ts';

/**
 * Sends a message. The card is drawn first; then the claim records that a send was begun, so that after a crash the next process knows that the
 * message may exist.
 */
export async function carryOutSend(
  carrier: Carrier,
  job: Job,
  adapter: ChatAdapter,
  effect: PostEffect,
): Promise<Work> {
  const names = [effect.key];
  let send: () => Promise<SendOutcome>;
  try {
    send = await prepare(carrier, job, adapter, effect);
  } catch (error) {
    carrier.log.error({ effect: effect.key, err: error }, 'card could not be drawn');
    const failed = putOff(carrier, effect, reasonOf(error));
    return { names, claims: [], run: async () => [failed] };
  }
  const postedAt = carrier.clock.now();
  const isClaimed = carrier.claims.holds(effect, postedAt);
  return {
    names,
    claims: isClaimed ? [] : [claimOf(carrier, effect, postedAt, carrier.options.leaseMs)],
    async run() {
      if (!carrier.senders.holdsNow(effect.route)) return [leaveToOther(carrier, effect)];
      carrier.pace.take(effect.key);
      const outcome = await outcomeOf(send);
      return settle(carrier, job.document, effect, adapter, postedAt, outcome);
    },
  };
}

/** No adapter serves the workspace: perhaps it is only switched off for a while. */
export function carryOutStrand(carrier: Carrier, effect: PostEffect): Work {
  return { names: [effect.key], claims: [], run: async () => [putOff(carrier, effect, 'workspace not served')] };
}

function putOff(carrier: Carrier, effect: PostEffect, reason: string): EffectChange {
  // An effect that was only saved as claimed by us was not sent.
  const begun = carrier.claims.holds(effect, carrier.clock.now()) ? null : effect.begun;
  const end = { status: begun ? 'unknown' : 'dead', after: carrier.options.mostAttempts } as const;
  return postpone(carrier, effect, { reason, begun, end });
}

/** Another process is the workspace's sender by now. */
function leaveToOther({ clock }: Carrier, { key, attempts }: PostEffect): EffectChange {
  const reason = 'another process sends';
  const notBefore = clock.now();
  return { change: 'postpone', key, postponement: { status: 'waiting', attempts, notBefore, begun: null, reason } };
}

/** The drawn content to send. */
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

/** If a new card is refused where an old one is, the bot is no longer welcome there, and must not try again and again. */
function forgetRenewed({ cards }: OutboxDocument, { renews }: PostEffect): EffectChange[] {
  const old = cards.find(({ message }) => message === renews);
  return old ? [{ change: 'forget', card: old, replacement: null }] : [];
}

/** Adapters do not throw; if one does, the outcome is unknown. */
async function outcomeOf(send: () => Promise<SendOutcome>): Promise<SendOutcome> {
  try {
    return await send();
  } catch (error) {
    return { outcome: 'unknown', reason: reasonOf(error) };
  }
}

function settle(
  carrier: Carrier,
  document: OutboxDocument,
  effect: PostEffect,
  adapter: ChatAdapter,
  postedAt: Date,
  outcome: SendOutcome,
): EffectChange[] {
  const { pace, clock, options } = carrier;
  switch (outcome.outcome) {
    case 'sent':
      return [completePost(effect, { place: outcome.place, shownVersion: document.version, postedAt })];
    case 'later': {
      const { reason, afterMs, scope } = outcome;
      const until = clock.now().getTime() + afterMs;
      if (scope === 'workspace') pace.pauseRoute(effect.route, until);
      else pace.pause(receiverOf(effect, adapter.platform), until);
      const end = { status: 'dead', after: options.mostAttempts } as const;
      return [postpone(carrier, effect, { reason, afterMs, begun: null, end })];
    }
    case 'refused': {
      const dead = giveUp(carrier, effect, { status: 'dead', reason: outcome.reason, begun: null });
      return [...forgetRenewed(document, effect), dead];
    }
    case 'unknown': {
      const end = { status: 'unknown', after: options.mostAttempts } as const;
      const { reason } = outcome;
      return [postpone(carrier, effect, { reason, afterMs: options.settleMs, begun: postedAt, end })];
    }
    default:
      return outcome satisfies never;
  }
}

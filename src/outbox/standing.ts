import type { Effect, StandingCard } from '../records/effect.ts';
import type { RecordOf } from '../records/record.ts';
import type { PostEffect } from './draw.ts';
import type { CardKey } from './effect-store.ts';

/** The workspace a card stands in, as `platform:workspace`. */
export const routeOf = ({ platform, workspace }: CardKey): string => `${platform}:${workspace}`;

/** A name for a card's place, unique among all places. */
export const placeName = (card: CardKey): string => `${routeOf(card)}/${card.channel}/${card.message}`;

/** Whether a newer card of the same record stands in the same conversation. The order of the list is the order of posting. */
export function isRetired(card: StandingCard, cards: readonly StandingCard[]): boolean {
  const later = cards.slice(cards.indexOf(card) + 1);
  return later.some((other) => routeOf(other) === routeOf(card) && other.channel === card.channel);
}

/** Whether a request to act is over: the record has moved on, or the person owns it no longer. */
export function isOver({ purpose, during, personId }: PostEffect, record: RecordOf<unknown> | null): boolean {
  if (purpose !== 'act' || !record) return false;
  if (during && (during.state !== record.state || during.round !== record.round)) return true;
  return personId !== undefined && !record.ownerIds.includes(personId);
}

/**
 * The post that takes the place of a card which cannot be refreshed any more; null when nobody needs one.
 * `now` is when it may be sent.
 */
export function replacementOf(card: StandingCard, record: RecordOf<unknown>, now: Date): Effect | null {
  const { personId, purpose, channel, locale } = card;
  if (purpose === 'act' && (personId === null || !record.ownerIds.includes(personId))) return null;
  return {
    kind: 'post',
    key: `${record.id}:renew:${card.message}`,
    route: routeOf(card),
    // The conversation's id reaches a person too: it is the direct message in which the old card stood.
    target: { kind: 'channel', channel },
    purpose,
    locale,
    ...(personId !== null && { personId }),
    ...(purpose === 'act' && { during: { state: record.state, round: record.round } }),
    status: 'waiting',
    attempts: 0,
    notBefore: now,
    lease: null,
    begun: null,
    reason: null,
  };
}

import type { Renewal } from '../records/card/renewal.ts';
import type { StandingCard } from '../records/shape/effect.ts';
import type { RecordOf } from '../records/shape/record.ts';
import type { PostEffect } from './draw.ts';
import type { CardKey, OutboxDocument } from './effect-store.ts';

/** The workspace of a card, as `platform:workspace`. */
export const routeOf = ({ platform, workspace }: CardKey): string => `${platform}:${workspace}`;

/** A unique name for a card's place. */
export const placeName = (card: CardKey): string => `${routeOf(card)}/${card.channel}/${card.message}`;

/** Whether a newer card of the same record exists in the same conversation. The order of the list is the order of posting. */
export function isRetired(card: StandingCard, cards: readonly StandingCard[]): boolean {
  const later = cards.slice(cards.indexOf(card) + 1);
  return later.some((other) => routeOf(other) === routeOf(card) && other.channel === card.channel);
}

/** Whether a card is in a channel although its record is restricted to a few people. It is emptied, and then forgotten. */
export const isOutOfPlace = ({ personId }: StandingCard, record: RecordOf<unknown> | null): boolean =>
  personId === null && record?.restricted === true;

/**
 * Whether a message is obsolete. A request to act is, once the record has moved on or no longer belongs to the person; a replacement card is, once
 * the old card is gone or was replaced otherwise, or the record is closed.
 */
export function isOver(
  { purpose, during, personId, renews }: PostEffect,
  { record, cards }: Pick<OutboxDocument, 'record' | 'cards'>,
): boolean {
  if (!record) return false;
  if (renews !== undefined) {
    const old = cards.find(({ message }) => message === renews);
    if (!record.open || !old || isRetired(old, cards)) return true;
  }
  if (purpose === 'channel') return record.restricted;
  if (purpose !== 'act') return false;
  if (during && (during.state !== record.state || during.round !== record.round)) return true;
  return personId !== undefined && !record.ownerIds.includes(personId);
}

/** The post that replaces a card, sent as the renewal says. `key` tells why. */
export function replacementOf(
  card: StandingCard,
  record: RecordOf<unknown>,
  { target, notBefore }: Renewal,
  key: 'again' | 'renew',
): PostEffect {
  const { personId, purpose, locale } = card;
  return {
    kind: 'post',
    key: `${record.id}:${key}:${card.message}`,
    route: routeOf(card),
    target,
    purpose,
    locale,
    lead: { key: `card.again.${purpose}` },
    ...(personId !== null && { personId }),
    ...(purpose === 'act' && { during: { state: record.state, round: record.round } }),
    ...(key === 'renew' && { renews: card.message }),
    status: 'waiting',
    attempts: 0,
    notBefore,
    lease: null,
    begun: null,
    reason: null,
  };
}

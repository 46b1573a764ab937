import type { Effect, StandingCard } from '../records/shape/effect.ts';
import { placeName } from './card-place.ts';
import type { CardKey, OutboxDocument } from './effect-store.ts';

/** What an unsuccessful attempt leaves behind in an effect. */
export type Postponement = Pick<Effect, 'status' | 'attempts' | 'notBefore' | 'begun' | 'reason'>;

/** This process claims an effect, until an instant; `begun` is the earliest time at which it may have been sent. */
export type Claim = {
  readonly change: 'claim';
  readonly key: string;
  readonly until: Date;
  readonly begun: Date | null;
};

/** A change that a step of the outbox makes to its document. */
export type EffectChange =
  | Claim
  /** An effect was carried out; `card` is the place of its card, if that is kept up to date. */
  | { readonly change: 'complete'; readonly key: string; readonly card: StandingCard | null }
  | { readonly change: 'postpone'; readonly key: string; readonly postponement: Postponement }
  /** An effect that was not sent is no longer needed. */
  | { readonly change: 'drop'; readonly key: string }
  /** A card shows a version. */
  | { readonly change: 'show'; readonly card: CardKey; readonly version: number }
  /** A card is obsolete; `replacement` posts another in its place. */
  | { readonly change: 'forget'; readonly card: CardKey; readonly replacement: Effect | null }
  /** A card still exists, but must be replaced; requested once. */
  | { readonly change: 'renew'; readonly card: CardKey; readonly replacement: Effect };

/**
 * The document after a change by process `me`; null if the change does not apply, because the effect or the card is gone, another process holds the
 * effect, or the card shows that version already. Pure, so that a change can be reapplied to a newer document.
 */
export function applyChange(document: OutboxDocument, change: EffectChange, me: string): OutboxDocument | null {
  switch (change.change) {
    case 'claim': {
      const { until, begun } = change;
      return withEffect(document, change.key, me, (effect) => ({ ...effect, lease: { by: me, until }, begun }));
    }
    case 'complete': {
      const rest = withEffect(document, change.key, me, () => null);
      return rest && change.card ? { ...rest, cards: [...rest.cards, change.card] } : rest;
    }
    case 'postpone':
      return withEffect(document, change.key, me, (effect) => ({ ...effect, ...change.postponement, lease: null }));
    case 'drop':
      return withEffect(document, change.key, me, () => null);
    case 'show': {
      const { version } = change;
      const card = findCard(document, change.card);
      return card && card.shownVersion < version ? withCard(document, card, { ...card, shownVersion: version }) : null;
    }
    case 'forget': {
      const card = findCard(document, change.card);
      return card ? withEffectAdded(withCard(document, card, null), change.replacement) : null;
    }
    case 'renew': {
      const isAsked = document.effects.some(({ key }) => key === change.replacement.key);
      return findCard(document, change.card) && !isAsked ? withEffectAdded(document, change.replacement) : null;
    }
    default:
      return change satisfies never;
  }
}

function withEffect(
  document: OutboxDocument,
  key: string,
  me: string,
  alter: (effect: Effect) => Effect | null,
): OutboxDocument | null {
  const effect = document.effects.find((each) => each.key === key);
  if (!effect || (effect.lease && effect.lease.by !== me)) return null;
  const effects = document.effects.flatMap((each) => (each.key === key ? (alter(each) ?? []) : each));
  return { ...document, effects };
}

const withEffectAdded = (document: OutboxDocument, effect: Effect | null): OutboxDocument =>
  effect ? { ...document, effects: [...document.effects, effect] } : document;

const findCard = ({ cards }: OutboxDocument, place: CardKey): StandingCard | undefined =>
  cards.find((card) => placeName(card) === placeName(place));

function withCard(document: OutboxDocument, card: StandingCard, altered: StandingCard | null): OutboxDocument {
  return { ...document, cards: document.cards.flatMap((each) => (each === card ? (altered ?? []) : each)) };
}

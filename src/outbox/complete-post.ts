import type { Place } from '../chat/interaction.ts';
import type { StandingCard } from '../records/shape/effect.ts';
import type { EffectChange } from './change.ts';
import type { PostEffect } from './draw.ts';

/** Completes the effect of a message that exists; a record's card is noted, to be kept up to date. */
export function completePost(
  effect: PostEffect,
  sent: { readonly place: Place } & Pick<StandingCard, 'shownVersion' | 'postedAt'>,
): EffectChange {
  const { key, locale, purpose, personId = null } = effect;
  const { place, ...rest } = sent;
  const tracked = purpose === 'channel' || purpose === 'act';
  return { change: 'complete', key, card: tracked ? { ...place, ...rest, key, purpose, locale, personId } : null };
}

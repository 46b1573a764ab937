import type { Place } from '../chat/interaction.ts';
import type { StandingCard } from '../records/effect.ts';
import type { Carrier, Job } from './carrier.ts';
import type { PostEffect } from './draw.ts';

/** Removes the effect of a message that stands; a record's card is noted in the same write, to be kept up to date. */
export async function complete(
  { me, clock, log }: Carrier,
  { store, document }: Job,
  effect: PostEffect,
  sent: { readonly place: Place } & Pick<StandingCard, 'shownVersion' | 'postedAt'>,
): Promise<void> {
  const { key, locale, purpose, personId = null } = effect;
  const { place, ...rest } = sent;
  const tracked = purpose === 'channel' || purpose === 'act';
  const card = tracked ? { ...place, ...rest, key, purpose, locale, personId } : null;
  const noted = await store.complete(document.id, key, me, card, clock.now());
  if (!noted) log.warn({ effect: key }, 'effect was done, but somebody else had taken it over');
}

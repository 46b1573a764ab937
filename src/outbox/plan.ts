import type { Platform } from '../chat/interaction.ts';
import type { Effect, StandingCard } from '../records/shape/effect.ts';
import { isOutOfPlace, isOver, isRetired, placeName, routeOf } from './card-place.ts';
import type { CoreEffect } from './core-effects.ts';
import type { PostEffect } from './draw.ts';
import type { OutboxDocument } from './effect-store.ts';
import type { FetchEffect } from './fetching.ts';
import type { LetterEffect } from './letters.ts';
import { type Conversation, receiverOf } from './pace.ts';

/** One thing to do now. */
export type PlanStep =
  | { readonly step: 'send'; readonly effect: PostEffect }
  /** A send was begun and its outcome is unknown. */
  | { readonly step: 'lookUp'; readonly effect: PostEffect; readonly begun: Date }
  /** It is obsolete. */
  | { readonly step: 'drop'; readonly effect: PostEffect }
  /** No adapter serves its workspace. */
  | { readonly step: 'strand'; readonly effect: PostEffect }
  | { readonly step: 'core'; readonly effect: CoreEffect }
  | { readonly step: 'fetch'; readonly effect: FetchEffect }
  | { readonly step: 'letter'; readonly effect: LetterEffect }
  | { readonly step: 'refresh'; readonly card: StandingCard; readonly retired: boolean }
  /** The card shows an older version and is too old to be refreshed. */
  | { readonly step: 'replace'; readonly card: StandingCard }
  /** The card is getting too old to be refreshed, and a new one must be posted before it is, or soon. */
  | { readonly step: 'renew'; readonly card: StandingCard; readonly refreshableUntil: number };

/** What the outbox should do with a document now, and when to look again if there is nothing to do now. */
export interface Plan {
  readonly steps: readonly PlanStep[];
  /** The first instant at which something waiting may be done; null if nothing waits for a time. */
  readonly wakeAt: number | null;
  /** When the first card must be reposted even if nothing changes; null if none must. */
  readonly renewAt: number | null;
  /** Some of the work belongs to another process. */
  readonly foreign: boolean;
  /** Some of the work is in progress. */
  readonly busy: boolean;
}

/** This process's view of a workspace. */
export interface RouteView {
  /** Which process sends to it. */
  readonly service: 'mine' | 'other';
  readonly platform: Platform;
  readonly refreshableForMs: number;
}

/** What a plan depends on in addition to the document. */
export interface PlanContext {
  readonly now: Date;
  readonly me: string;
  /** Null for a workspace that no adapter serves. */
  route(route: string): RouteView | null;
  readonly renewAheadMs: number;
  /** See `Pace.turn`. */
  turn(conversation: Conversation, key: string): number;
  /** When a file may be fetched, in epoch milliseconds: later while it is being fetched by this process, or while all slots are taken. */
  fetchAt(effect: FetchEffect): number;
  /** See `Pace.refreshTurn`. */
  refreshTurn(conversation: Conversation, place: string): number;
  /** When a failed refresh may be retried; 0 if it did not fail. */
  retryRefreshAt(place: string): number;
  /** Whether this process is working on an effect, or on the card at a place. */
  isUnderWay(name: string): boolean;
  /** Whether an effect was saved as claimed by us: nothing has been sent under its `begun` yet. */
  isClaimed(effect: Effect): boolean;
  /** How long after its `begun` a message claimed by another process may be taken over by the workspace's new sender. */
  readonly takeOverMs: number;
}

/** When something can be done: now, at an instant, or not by this process; or it is in progress. */
type Readiness = PlanStep | number | 'foreign' | 'busy' | 'nothing';

/**
 * Decides what to do with a document. Of the effects for the same receiver only the first is considered, so that messages arrive in the order of the
 * decisions; receivers do not wait for each other, and nothing waits for effects held back until the end of the receiver's quiet hours.
 */
export function plan(document: OutboxDocument, setting: PlanContext): Plan {
  const heads = headsOf(document.effects, setting.now);
  const readiness = [
    ...heads.map((effect) => readyEffect(effect, document, setting)),
    ...document.cards.map((card) => readyCard(card, document, setting)),
  ];
  const ageing = document.cards.map((card) => renewAt(card, document, setting)).filter((at) => at !== null);
  const times = readiness.filter((ready) => typeof ready === 'number');
  return {
    steps: readiness.filter((ready) => typeof ready === 'object'),
    wakeAt: times.length > 0 ? Math.min(...times) : null,
    renewAt: ageing.length > 0 ? Math.min(...ageing) : null,
    foreign: readiness.includes('foreign'),
    busy: readiness.includes('busy'),
  };
}

/** The first pending effect of each receiver, and those that are held back. */
function headsOf(effects: readonly Effect[], now: Date): Effect[] {
  const heads = new Map<string, Effect>();
  const held = effects.filter((effect) => isHeld(effect, now));
  for (const effect of effects) {
    const lane = laneOf(effect);
    if (effect.status === 'waiting' && !heads.has(lane) && !held.includes(effect)) heads.set(lane, effect);
  }
  return [...heads.values(), ...held];
}

/** Not started yet, and not due yet: unlike one that failed and is retried later. */
const isHeld = ({ status, attempts, begun, notBefore }: Effect, now: Date) =>
  status === 'waiting' && attempts === 0 && begun === null && notBefore > now;

function laneOf(effect: Effect): string {
  if (effect.kind === 'fetch') return `${effect.route}/fetch/${effect.evidence}`;
  if (effect.kind === 'letter') return `${effect.route}/${effect.contactId}`;
  if (effect.kind !== 'post') return `${effect.route}/${effect.number ?? effect.origin ?? effect.key}`;
  return `${effect.route}/${JSON.stringify(effect.target)}`;
}

function readyEffect(effect: Effect, document: OutboxDocument, setting: PlanContext): Readiness {
  const time = setting.now.getTime();
  if (setting.isUnderWay(effect.key)) return 'busy';
  // A lease of our own without work in progress is left over from a failed write, or from the decision.
  const held = heldUntil(effect, setting);
  if (held !== null) return held;
  const begun = setting.isClaimed(effect) ? null : effect.begun;
  if (effect.kind === 'post' && begun === null && isOver(effect, document)) return { step: 'drop', effect };
  if (effect.notBefore.getTime() > time) return effect.notBefore.getTime();
  if (effect.kind === 'fetch') return readyFetch(effect, setting);
  if (effect.kind === 'letter') return { step: 'letter', effect };
  if (effect.kind !== 'post') return { step: 'core', effect };
  const view = setting.route(effect.route);
  if (!view) return { step: 'strand', effect };
  if (view.service === 'other') return 'foreign';
  const turn = setting.turn(receiverOf(effect, view.platform), effect.key);
  if (turn > time) return turn;
  return begun ? { step: 'lookUp', effect, begun } : { step: 'send', effect };
}

/**
 * Until when another process holds an effect, in epoch milliseconds; null if none does. A process that is no longer the workspace's sender does not
 * hold a message, except while one of its requests may still be in transit.
 */
export function heldUntil({ kind, route, lease, begun }: Effect, setting: PlanContext): number | null {
  const time = setting.now.getTime();
  if (!lease || lease.by === setting.me || lease.until.getTime() <= time) return null;
  if (kind !== 'post' || setting.route(route)?.service !== 'mine') return lease.until.getTime();
  const takeOver = begun ? begun.getTime() + setting.takeOverMs : time;
  return takeOver > time ? Math.min(takeOver, lease.until.getTime()) : null;
}

/** The document without other processes' leases that are no longer effective. */
export function withoutPastLeases(document: OutboxDocument, setting: PlanContext): OutboxDocument {
  const isPast = (effect: Effect) =>
    effect.lease !== null && effect.lease.by !== setting.me && heldUntil(effect, setting) === null;
  if (!document.effects.some(isPast)) return document;
  const effects = document.effects.map((effect) => (isPast(effect) ? { ...effect, lease: null } : effect));
  return { ...document, effects };
}

/** Whether an adapter serves the workspace is found out by trying. */
function readyFetch(effect: FetchEffect, setting: PlanContext): Readiness {
  if (setting.route(effect.route)?.service === 'other') return 'foreign';
  const at = setting.fetchAt(effect);
  return at > setting.now.getTime() ? at : { step: 'fetch', effect };
}

function readyCard(card: StandingCard, document: OutboxDocument, setting: PlanContext): Readiness {
  const { version, cards, record } = document;
  const retired = isRetired(card, cards) || isOutOfPlace(card, record);
  const time = setting.now.getTime();
  const grownOld = (renewAt(card, document, setting) ?? Number.POSITIVE_INFINITY) <= time;
  const place = placeName(card);
  if (setting.isUnderWay(place)) return 'busy';
  const stale = retired || card.shownVersion < version;
  if (!stale && !grownOld) return 'nothing';
  const route = routeOf(card);
  const view = setting.route(route);
  if (!view) return 'nothing';
  const { service, platform, refreshableForMs } = view;
  if (service === 'other') return 'foreign';
  const refreshableUntil = card.postedAt.getTime() + refreshableForMs;
  if (!stale) return { step: 'renew', card, refreshableUntil };
  if (!retired && time > refreshableUntil) return { step: 'replace', card };
  const turn = setting.refreshTurn({ route, platform, channel: card.channel }, place);
  const at = Math.max(turn, setting.retryRefreshAt(place));
  return at > time ? at : { step: 'refresh', card, retired };
}

const DAY_MS = 24 * 60 * 60_000;

/** When a card must be reposted even if nothing changes; null if never, or if a new one is on its way. */
function renewAt(card: StandingCard, { record, cards, effects }: OutboxDocument, setting: PlanContext): number | null {
  const onItsWay = effects.some((effect) => effect.kind === 'post' && effect.renews === card.message);
  if (!record?.open || onItsWay || isRetired(card, cards)) return null;
  const view = setting.route(routeOf(card));
  // A workspace that is switched off may be back by then; without its adapter the lifetime of its cards is unknown.
  if (!view) return setting.now.getTime() + DAY_MS;
  const at = card.postedAt.getTime() + view.refreshableForMs - setting.renewAheadMs;
  return Number.isFinite(at) ? at : null;
}

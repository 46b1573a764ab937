import { AppError } from '../errors.ts';
import type { Carrier, Job } from './carrier.ts';
import { applyChange, type EffectChange } from './change.ts';
import { type EffectStore, GIVEN_UP, NOTHING_LEFT, type OutboxDocument, WORK_LEFT } from './effect-store.ts';
import { type Plan, plan, withoutPastLeases } from './plan.ts';
import { settingFor } from './plan-setting.ts';
import type { UnderWay } from './work.ts';

/** How long an unreadable document is left alone. */
const SET_ASIDE_MS = 5 * 60_000;

/** Reads a document; null if it does not exist or cannot be read; an unreadable one is moved behind the others. */
export async function loadOrSetAside(
  { clock, log }: Carrier,
  store: EffectStore,
  id: string,
): Promise<OutboxDocument | null> {
  try {
    return await store.load(id);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    log.error({ id, store: store.name, err: error }, 'document cannot be read');
    const now = clock.now();
    await store.setAside(id, now, new Date(now.getTime() + SET_ASIDE_MS));
    return null;
  }
}

/**
 * Notes changes in one write, together with when to look again if nothing is left to do now. If the document has changed in the meantime, they are
 * applied to the newer one. Returns the resulting document; null if it no longer exists.
 */
export async function note(
  carrier: Carrier,
  { store, document }: Job,
  changes: readonly EffectChange[],
  underWay: Pick<UnderWay, 'has'>,
): Promise<OutboxDocument | null> {
  let seen: OutboxDocument | null = document;
  while (seen) {
    const free = withoutPastLeases(seen, await settingFor(carrier, seen, underWay));
    const changed = applyAll(carrier, free, changes);
    const todo = plan(changed, await settingFor(carrier, changed, underWay));
    const next = isAtRest(todo) ? settled(changed, todo) : changed;
    if (next === seen) return seen;
    if (await store.replaceSoon(seen, next)) return { ...next, revision: seen.revision + 1 };
    seen = await loadOrSetAside(carrier, store, document.id);
  }
  return null;
}

function applyAll({ me, log }: Carrier, document: OutboxDocument, changes: readonly EffectChange[]): OutboxDocument {
  return changes.reduce((before, change) => {
    const after = applyChange(before, change, me);
    const isHeld = change.change === 'complete' && before.effects.some(({ key }) => key === change.key);
    if (!after && isHeld) {
      log.warn({ effect: change.key }, 'effect was done, but another process had taken it over');
    }
    return after ?? before;
  }, document);
}

const isAtRest = ({ steps, busy, foreign }: Plan) => steps.length === 0 && !busy && !foreign;

/** Whether a document already says what `settled` would write. */
export function isSettled(document: OutboxDocument, todo: Plan): boolean {
  return settled(document, todo) === document;
}

/** The document with nothing to do now: says when to look again, and when a card must be reposted. */
export function settled(document: OutboxDocument, { wakeAt, renewAt }: Plan): OutboxDocument {
  const rest = document.effects.length > 0 ? GIVEN_UP : NOTHING_LEFT;
  const pending = wakeAt === null ? rest : WORK_LEFT;
  const nextAt = wakeAt ?? document.nextAt.getTime();
  const isSame =
    pending === document.pending &&
    nextAt === document.nextAt.getTime() &&
    renewAt === (document.renewAt?.getTime() ?? null);
  if (isSame) return document;
  return { ...document, pending, nextAt: new Date(nextAt), renewAt: renewAt === null ? null : new Date(renewAt) };
}

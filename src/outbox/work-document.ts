import type { Carrier, Job } from './carrier.ts';
import { applyChange } from './change.ts';
import { type EffectStore, type OutboxDocument, WORK_LEFT } from './effect-store.ts';
import { isSettled, loadOrSetAside, note, settled } from './note.ts';
import { type PlanContext, type PlanStep, plan, withoutPastLeases } from './plan.ts';
import { settingFor } from './plan-setting.ts';
import { prepareWork } from './prepare-work.ts';
import { createUnderWay, type UnderWay, type Work } from './work.ts';

/** The result of working on a document. */
export interface Worked {
  /** Whether anything was done or noted. */
  readonly progress: boolean;
  /** When the document needs attention again, in epoch milliseconds; null if nothing waits for a time. */
  readonly wakeAt: number | null;
  /** The document as this process left it, if it wrote it and something waits for a time. */
  readonly left: OutboxDocument | null;
}

/** A document as this process has just saved it, which saves reading it. */
export interface Saved {
  readonly document: OutboxDocument;
  /** The keys of effects that were completed with the same write. */
  readonly done: readonly string[];
}

/** More than any document needs; a bug of ours must not hold up the others. */
const MOST_PASSES = 200;

/** How long finished work waits to be noted together with unfinished work. */
const GRACE_MS = 100;

/**
 * Does everything that can be done now with a document, and notes when to look again: one write for what is started, one for what has ended. Starts
 * nothing more once `stopping` says so. Fails as the connection does if the database is unreachable.
 */
export async function workDocument(
  carrier: Carrier,
  store: EffectStore,
  id: string,
  stopping: () => boolean,
  saved?: Saved,
): Promise<Worked> {
  const underWay = createUnderWay();
  const errors: unknown[] = [];
  if (saved && saved.done.length > 0) underWay.begin(alreadyDone(saved.done));
  let document = saved?.document ?? (await loadOrSetAside(carrier, store, id));
  let progress = false;
  for (let pass = 0; pass < MOST_PASSES && document; pass++) {
    const isOver = stopping() || errors.length > 0 || document.pending !== WORK_LEFT;
    if (isOver && underWay.isEmpty) break;
    const setting = await settingFor(carrier, document, underWay);
    const todo = plan(document, setting);
    if (!isOver && todo.steps.length > 0) {
      progress = true;
      document = await begin(carrier, { store, document }, todo.steps, setting, underWay);
    } else if (underWay.isEmpty) {
      const { foreign, wakeAt } = todo;
      if (foreign || isSettled(document, todo)) return { progress, wakeAt, left: progress ? document : null };
      progress = true;
      const left = settled(document, todo);
      if (await store.replaceSoon(document, left)) {
        return { progress, wakeAt, left: { ...left, revision: document.revision + 1 } };
      }
      document = await loadOrSetAside(carrier, store, id);
    }
    if (underWay.isEmpty || !document) continue;
    const ended = await underWay.ended(GRACE_MS);
    errors.push(...ended.errors);
    document = await note(carrier, { store, document }, ended.changes, underWay);
  }
  if (errors.length > 0) throw errors[0];
  return { progress, wakeAt: null, left: null };
}

/** Work whose outcome only needs to be noted. */
const alreadyDone = (names: readonly string[]): Work => ({
  names,
  claims: [],
  run: async () => names.map((key) => ({ change: 'complete', key, card: null })),
});

/** Claims what needs a claim, in one write, and starts all of it. Starts nothing if the document was changed in the meantime. Returns the resulting document. */
async function begin(
  carrier: Carrier,
  job: Job,
  steps: readonly PlanStep[],
  setting: PlanContext,
  underWay: UnderWay,
): Promise<OutboxDocument | null> {
  const { store, document } = job;
  const work = await prepareWork(carrier, job, steps);
  const claims = work.flatMap((one) => one.claims);
  const free = withoutPastLeases(document, setting);
  const claimed = claims.reduce((before, claim) => applyChange(before, claim, carrier.me) ?? before, free);
  if (claims.length > 0 && !(await store.replace(document, claimed))) {
    return loadOrSetAside(carrier, store, document.id);
  }
  for (const one of work) {
    carrier.claims.take(one.names);
    underWay.begin(one);
  }
  return claims.length === 0 ? document : { ...claimed, revision: document.revision + 1 };
}

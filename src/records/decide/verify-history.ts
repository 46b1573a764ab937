import { leavesOf, type Plain } from '../shape/change.ts';
import type { Common } from '../shape/common.ts';
import { hashText } from '../shape/free-text.ts';
import { GENESIS, type HistoryEntry, hashContent, toldOf } from '../shape/history.ts';

/** A fault in a record's history; `seq` is the entry's number, or null for the record as a whole. */
export interface HistoryFault {
  readonly seq: number | null;
  readonly fault:
    | 'missing'
    | 'order'
    | 'broken link'
    | 'hash differs'
    | 'text differs'
    | 'data differs'
    | 'state differs';
  readonly detail?: string;
}

/** The envelope's current values, to compare with the sum of the history. */
export interface VerifyResult {
  readonly state: string;
  readonly round: number;
  readonly version: number;
  readonly data: unknown;
  readonly common: Common;
  /** The data before it was upgraded to the type's current version, if it was. */
  readonly upgradedFrom?: unknown;
}

const ERASED = Symbol('erased');

/**
 * Checks a chain: each entry's number, link, hash and texts; then that all entries add up to the record as it is. An erased text is not a fault.
 * Returns the first fault of each entry; an empty list if there are none.
 */
export function verifyHistory(history: readonly HistoryEntry[], now: VerifyResult): HistoryFault[] {
  if (history.length === 0) return [{ seq: null, fault: 'missing' }];
  const faults = history.flatMap((entry, index) => {
    const fault = faultOf(entry, index, history[index - 1]);
    return fault ? [fault] : [];
  });
  return faults.length > 0 ? faults : faultsOfStanding(history, now);
}

function faultOf(entry: HistoryEntry, index: number, before: HistoryEntry | undefined): HistoryFault | undefined {
  const { seq } = entry;
  if (seq !== index) return { seq, fault: 'order', detail: `stands at ${index}` };
  if (entry.prev !== (before?.hash ?? GENESIS)) return { seq, fault: 'broken link' };
  if (hashContent(entry) !== entry.hash) return { seq, fault: 'hash differs' };
  const forged = entry.texts.find(({ hash, salt, text }) => text !== null && hashText(salt, text) !== hash);
  return forged ? { seq, fault: 'text differs', detail: pathOf(entry, forged.hash) } : undefined;
}

const pathOf = (entry: HistoryEntry, hash: string) =>
  entry.changes.find((change) => change.text === hash)?.path ?? hash;

function faultsOfStanding(history: readonly HistoryEntry[], now: VerifyResult): HistoryFault[] {
  const last = history.at(-1);
  if (last?.to !== now.state) return [{ seq: null, fault: 'state differs', detail: `${now.state} is not ${last?.to}` }];
  if (last.round !== now.round) return [{ seq: null, fault: 'state differs', detail: 'round' }];
  if (now.version !== history.length) return [{ seq: null, fault: 'missing', detail: `version ${now.version}` }];
  const told = new Map<string, Plain | typeof ERASED>();
  for (const entry of history) {
    for (const { path, value, text } of entry.changes) {
      if (value !== undefined) told.set(path, value);
      else if (text === undefined) told.delete(path);
      else told.set(path, entry.texts.find(({ hash }) => hash === text)?.text ?? ERASED);
    }
  }
  const stands = leavesOf(toldOf({ data: now.upgradedFrom ?? now.data, common: now.common }));
  const paths = [...new Set([...told.keys(), ...stands.keys()])].sort();
  const off = paths.find((path) => told.get(path) !== ERASED && differs(told.get(path), stands.get(path)));
  return off === undefined ? [] : [{ seq: null, fault: 'data differs', detail: off }];
}

const differs = (left: unknown, right: unknown) => JSON.stringify(left) !== JSON.stringify(right);

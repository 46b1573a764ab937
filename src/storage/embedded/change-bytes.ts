import * as bson from './bson-bytes.ts';
import type { Update } from './update.ts';

/** A document after an update: the same bytes if nothing changed. */
export interface ByteChange {
  bytes: Buffer;
  /** The top-level fields that are not what they were, as the bytes have them. */
  changed: ReadonlySet<string>;
}

/**
 * Applies an update to the bytes of a document: those fields alone are decoded that the update works out from what they
 * were, and all that it does not touch stays as it is. Most of a record is its history, which only ever gets longer.
 */
export function changeBytes(before: Buffer, update: Update): ByteChange {
  const fields = new bson.Fields(before);
  const old = fields.all();
  const part = bson.decode(bson.joinElements(old.filter(({ name }) => update.dependent.has(name))));
  const pushes = update.apply(part, fields);
  const made = bson.encode({ ...part, ...update.values });
  bson.checkStored(made);
  const fresh = new Map(bson.elementsOf(made).map((element) => [element.name, element]));
  for (const [name, added] of pushes) fresh.set(name, pushed(fields.get(name), name, added));

  const changed = new Set<string>();
  const kept = old.flatMap((element) => {
    const now = fresh.get(element.name);
    if (!update.roots.has(element.name) || (now && isSame(element, now))) return [element];
    changed.add(element.name);
    return now ? [now] : [];
  });
  const known = new Set(old.map(({ name }) => name));
  const added = [...update.roots].flatMap((name) => (known.has(name) ? [] : (fresh.get(name) ?? [])));
  for (const { name } of added) changed.add(name);
  if (changed.size === 0) return { bytes: before, changed };
  const bytes = bson.joinElements([...kept, ...added]);
  bson.checkSize(bytes);
  return { bytes, changed };
}

function isSame(one: bson.Element, other: bson.Element): boolean {
  if (one.end - one.start !== other.end - other.start) return false;
  return one.bytes.compare(other.bytes, other.start, other.end, one.start, one.end) === 0;
}

/** An array with more at its end; a new one where there was none. */
function pushed(array: bson.Element | undefined, name: string, added: readonly unknown[]): bson.Element {
  const items = array ? bson.elementsOf(array.bytes, array.value) : [];
  const more = bson.encode(Object.fromEntries(added.map((value, at) => [String(items.length + at), value])));
  bson.checkStored(more);
  const all = bson.joinElements([...items, bson.bodyOf(more)]);
  const [element] = bson.elementsOf(bson.joinElements([bson.wrapElement(bson.ARRAY, name, all)]));
  if (element === undefined) throw new Error('an array is an element');
  return element;
}

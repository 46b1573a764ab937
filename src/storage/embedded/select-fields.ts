import { ARRAY, DOCUMENT, endOfName, endOfValue, int32At, malformed } from './bson-bytes.ts';

/** A chosen field: all of it, or what is chosen within. */
interface Choice {
  name: Buffer;
  within: Choices | true;
}

/** What is chosen of a document's fields, by what tells most names apart: length and first letter. */
export type Choices = ReadonlyMap<number, readonly Choice[]>;

/** Choices by their names as `rawName` makes them. */
export function choicesOf(fields: readonly (readonly [string, Choices | true])[]): Choices {
  const choices = new Map<number, Choice[]>();
  for (const [raw, within] of fields) {
    const name = Buffer.from(raw, 'latin1');
    const hint = hintOf(name, 0, name.length);
    choices.set(hint, [...(choices.get(hint) ?? []), { name, within }]);
  }
  return choices;
}

const hintOf = (bytes: Buffer, from: number, to: number): number => ((to - from) << 8) | (bytes[from] ?? 0);

/** Where a selection is written, over and over: there is one thread. */
let out = Buffer.allocUnsafe(16 * 1024);
let length = 0;

/**
 * The chosen fields of a document, in its order. One pass over its bytes, which makes neither names nor elements of them:
 * that would take several times as long as the reading of a document does.
 */
export function selectFrom(bytes: Buffer, choices: Choices): Buffer {
  length = 0;
  selectFields(bytes, 0, choices);
  const selected = Buffer.allocUnsafe(length);
  out.copy(selected, 0, 0, length);
  return selected;
}

function selectFields(bytes: Buffer, from: number, choices: Choices): void {
  const start = begin();
  const last = from + int32At(bytes, from) - 1;
  // Chosen fields that stand side by side are copied at once.
  let pending = from + 4;
  let at = pending;
  while (at < last) {
    const value = endOfName(bytes, at, last) + 1;
    const type = bytes[at] ?? 0;
    const end = endWithin(bytes, type, value, last);
    const within = choiceOf(choices, bytes, at + 1, value - 1);
    if (within !== true) {
      copy(bytes, pending, at);
      pending = end;
    }
    if (within !== true && within !== undefined && (type === DOCUMENT || type === ARRAY)) {
      copy(bytes, at, value);
      if (type === ARRAY) selectItems(bytes, value, within);
      else selectFields(bytes, value, within);
    }
    at = end;
  }
  copy(bytes, pending, at);
  finish(start);
}

/** What is chosen of the documents within an array, without its other elements. */
function selectItems(bytes: Buffer, from: number, choices: Choices): void {
  const start = begin();
  const last = from + int32At(bytes, from) - 1;
  let position = 0;
  for (let at = from + 4; at < last; ) {
    const value = endOfName(bytes, at, last) + 1;
    const type = bytes[at] ?? 0;
    const end = endWithin(bytes, type, value, last);
    if (type === DOCUMENT || type === ARRAY) {
      putName(type, String(position));
      position += 1;
      if (type === ARRAY) selectItems(bytes, value, choices);
      else selectFields(bytes, value, choices);
    }
    at = end;
  }
  finish(start);
}

function endWithin(bytes: Buffer, type: number, value: number, last: number): number {
  const end = endOfValue(bytes, type, value);
  if (end > last) throw malformed();
  return end;
}

function choiceOf(choices: Choices, bytes: Buffer, from: number, to: number): Choices | true | undefined {
  const candidates = choices.get(hintOf(bytes, from, to));
  if (candidates === undefined) return undefined;
  for (const { name, within } of candidates) if (isAt(bytes, from, name)) return within;
  return undefined;
}

/** Whether a name of this length stands there. */
function isAt(bytes: Buffer, from: number, name: Buffer): boolean {
  for (let at = 0; at < name.length; at += 1) if (bytes[from + at] !== name[at]) return false;
  return true;
}

/** Leaves room for the length of a document that begins here. */
function begin(): number {
  reserve(4);
  length += 4;
  return length - 4;
}

function finish(start: number): void {
  reserve(1);
  out[length] = 0;
  length += 1;
  out.writeInt32LE(length - start, start);
}

function putName(type: number, name: string): void {
  reserve(name.length + 2);
  out[length] = type;
  length += 1 + out.write(name, length + 1, 'latin1');
  out[length] = 0;
  length += 1;
}

/** A call out of JavaScript takes as long as this many bytes, copied one by one. */
const FEW_BYTES = 64;

function copy(bytes: Buffer, from: number, to: number): void {
  reserve(to - from);
  if (to - from > FEW_BYTES) length += bytes.copy(out, length, from, to);
  else for (let at = from; at < to; at += 1) out[length++] = bytes[at] ?? 0;
}

/** Room for so many bytes more. */
function reserve(more: number): void {
  if (length + more <= out.length) return;
  const larger = Buffer.allocUnsafe((length + more) * 2);
  out.copy(larger, 0, 0, length);
  out = larger;
}

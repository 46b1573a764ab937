import { isUtf8 } from 'node:buffer';
import { deserialize, serialize } from 'bson';
import { MongoError, notSupported } from './mongo-error.ts';
import type { Doc } from './values.ts';

/** https://www.mongodb.com/docs/manual/reference/limits/#bson-documents */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;
const MAX_STORED_DEPTH = 100;
/** A command wraps the documents it carries in a few levels of its own. */
const MAX_MESSAGE_DEPTH = 112;

/** Types of values, by number (https://bsonspec.org/spec.html). */
export const DOUBLE = 0x01;
export const STRING = 0x02;
export const DOCUMENT = 0x03;
export const ARRAY = 0x04;
export const BINARY = 0x05;
export const OBJECT_ID = 0x07;
export const BOOLEAN = 0x08;
export const DATE = 0x09;
export const NULL = 0x0a;
export const INT32 = 0x10;
export const INT64 = 0x12;

/** Binary data of this size and more is no key and lies apart: a file's piece, never an id. */
export const LARGE_BINARY = 4096;

/** Marks what is left of a document: a field of a name that no stored document may have. */
const APART = Buffer.from('\x08$apart\0\x01', 'latin1');

/** A named value where it lies: its type at `start`, then its name, then the value itself. */
export interface Element {
  bytes: Buffer;
  type: number;
  /** One character for each byte, as `rawName` makes it. */
  name: string;
  start: number;
  value: number;
  end: number;
}

/** A name as `Element` has it: the same as the name itself unless it goes beyond ASCII. */
export const rawName = (name: string): string => Buffer.from(name, 'utf8').toString('latin1');

/** The fields of a document that begins at `from`, found one by one: the longest ones lie near its end. */
export class Fields {
  readonly #bytes: Buffer;
  readonly #found: Element[] = [];
  readonly #last: number;
  #at: number;

  constructor(bytes: Buffer, from = 0) {
    this.#bytes = bytes;
    this.#at = from + 4;
    this.#last = from + int32At(bytes, from) - 1;
  }

  get(name: string): Element | undefined {
    for (const element of this.#found) if (element.name === name) return element;
    for (let next = this.#next(); next; next = this.#next()) if (next.name === name) return next;
    return undefined;
  }

  all(): readonly Element[] {
    while (this.#next());
    return this.#found;
  }

  #next(): Element | undefined {
    if (this.#at >= this.#last) return undefined;
    const element = elementAt(this.#bytes, this.#at, this.#last);
    this.#found.push(element);
    this.#at = element.end;
    return element;
  }
}

/** The elements of a document or an array that begins at `from`. */
export function elementsOf(bytes: Buffer, from = 0): readonly Element[] {
  return new Fields(bytes, from).all();
}

function elementAt(bytes: Buffer, start: number, last: number): Element {
  const nameEnd = endOfName(bytes, start, last);
  const type = bytes[start] ?? 0;
  const value = nameEnd + 1;
  const end = endOfValue(bytes, type, value);
  if (end > last) throw malformed();
  return { bytes, type, name: bytes.toString('latin1', start + 1, nameEnd), start, value, end };
}

export function endOfName(bytes: Buffer, start: number, last: number): number {
  let at = start + 1;
  while (bytes[at] !== 0) at += 1;
  if (at >= last) throw malformed();
  return at;
}

export function endOfValue(bytes: Buffer, type: number, at: number): number {
  switch (type) {
    case STRING:
      return at + 4 + lengthAt(bytes, at, 1);
    case DOCUMENT:
    case ARRAY:
      return at + lengthAt(bytes, at, 5);
    case BINARY:
      return at + 5 + lengthAt(bytes, at, 0);
    case DOUBLE:
    case DATE:
    case INT64:
      return at + 8;
    case INT32:
      return at + 4;
    case BOOLEAN:
      return at + 1;
    case NULL:
      return at;
    case OBJECT_ID:
      return at + 12;
    case 0x0b:
      throw notSupported('a regular expression');
    default:
      throw notSupported(`BSON type ${type}`);
  }
}

function lengthAt(bytes: Buffer, at: number, least: number): number {
  const length = int32At(bytes, at);
  if (length < least) throw malformed();
  return length;
}

const byteAt = (bytes: Buffer, at: number): number => bytes[at] ?? 0;

export function int32At(bytes: Buffer, at: number): number {
  const low = byteAt(bytes, at) | (byteAt(bytes, at + 1) << 8);
  return low | (byteAt(bytes, at + 2) << 16) | (byteAt(bytes, at + 3) << 24);
}

export const malformed = () => new MongoError(9, 'the bytes are not a BSON document');

/** Refuses a command that is malformed, too deep, or carries a type or a name that this server does not take. */
export function checkCommand(bytes: Buffer): void {
  if (int32At(bytes, 0) !== bytes.length) throw malformed();
  check(bytes, 0, bytes.length, MAX_MESSAGE_DEPTH, false);
}

/** Refuses a document that must not be stored: too large, too deep, or with a field name that begins with `$`. */
export function checkStored(bytes: Buffer): void {
  checkSize(bytes);
  check(bytes, 0, bytes.length, MAX_STORED_DEPTH, true);
}

/** Refuses a document that is too large to be stored. */
export function checkSize({ length }: Buffer): void {
  if (length <= MAX_DOCUMENT_BYTES) return;
  throw new MongoError(10334, `BSONObj size: ${length} is invalid. Size must be at most ${MAX_DOCUMENT_BYTES}`);
}

/** Everything that the rest of the server takes for granted of bytes; what it looks at is what `deserialize` would refuse. */
function check(bytes: Buffer, from: number, to: number, depth: number, stored: boolean): void {
  if (depth === 0) throw new MongoError(2, `documents may be nested no deeper than ${MAX_STORED_DEPTH} levels`);
  const last = to - 1;
  if (last < from + 4 || bytes[last] !== 0) throw malformed();
  let at = from + 4;
  while (at < last) {
    const nameEnd = endOfName(bytes, at, last);
    checkName(bytes, at + 1, nameEnd, stored);
    const type = byteAt(bytes, at);
    const value = nameEnd + 1;
    const end = endOfValue(bytes, type, value);
    if (end > last) throw malformed();
    if (type === DOCUMENT || type === ARRAY) check(bytes, value, end, depth - 1, stored);
    else if (type === STRING && (bytes[end - 1] !== 0 || !isText(bytes, value + 4, end - 1))) throw malformed();
    else if (type === BOOLEAN && byteAt(bytes, value) > 1) throw malformed();
    at = end;
  }
  if (at !== last) throw malformed();
}

function checkName(bytes: Buffer, from: number, to: number, stored: boolean): void {
  if (stored && bytes[from] === 0x24) {
    const name = bytes.toString('utf8', from, to);
    throw new MongoError(52, `The dollar ($) prefixed field '${name}' is not allowed in a stored document`);
  }
  const refused = to - from === 9 && bytes[from] === 0x5f && bytes.toString('latin1', from, to) === '__proto__';
  if (refused) throw notSupported('field name __proto__');
  if (!isText(bytes, from, to)) throw malformed();
}

function isText(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (byteAt(bytes, at) > 0x7f) return isUtf8(bytes.subarray(from, to));
  return true;
}

/** The document without its large binary fields; undefined if it has none. */
export function withoutLargeBinary(bytes: Buffer): Buffer | undefined {
  if (bytes.length < LARGE_BINARY) return undefined;
  const elements = elementsOf(bytes);
  const kept = elements.filter(({ type, value, end }) => type !== BINARY || end - value < LARGE_BINARY);
  if (kept.length === elements.length) return undefined;
  return joinElements([pieceOf(APART), ...kept]);
}

/** Whether bytes are what `withoutLargeBinary` left of a document. */
export function isWithoutBinary(bytes: Buffer): boolean {
  return bytes.subarray(4, 4 + APART.length).equals(APART);
}

/** Bytes to be put together: elements, for instance. */
export type Piece = Pick<Element, 'bytes' | 'start' | 'end'>;

/** All of some bytes. */
export const pieceOf = (bytes: Buffer): Piece => ({ bytes, start: 0, end: bytes.length });

/** A document from already encoded elements, each with its type and name. */
export function joinElements(elements: readonly Piece[]): Buffer {
  const size = elements.reduce((sum, { start, end }) => sum + end - start, 5);
  const joined = Buffer.allocUnsafe(size);
  let at = joined.writeInt32LE(size, 0);
  for (const { bytes, start, end } of elements) at += bytes.copy(joined, at, start, end);
  joined[at] = 0;
  return joined;
}

/** One encoded element that holds a document or an array. */
export function wrapElement(type: typeof DOCUMENT | typeof ARRAY, name: string, value: Uint8Array): Piece {
  return pieceOf(Buffer.concat([Buffer.of(type), Buffer.from(`${name}\0`, 'latin1'), value]));
}

/** The elements of an encoded document, without its length and its final zero. */
export const bodyOf = (bytes: Buffer): Piece => ({ bytes, start: 4, end: bytes.length - 1 });

export function encode(doc: Doc): Buffer {
  const bytes = serialize(doc, { ignoreUndefined: true });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

export function decode(bytes: Uint8Array): Doc {
  return deserialize(bytes, { promoteLongs: false, promoteBuffers: false });
}

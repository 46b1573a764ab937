import { deserialize, serialize } from 'bson';
import { MongoError, notSupported } from './mongo-error.ts';
import type { Doc } from './values.ts';

/** https://www.mongodb.com/docs/manual/reference/limits/#bson-documents */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;
const MAX_STORED_DEPTH = 100;
/** A command wraps the documents it carries in a few levels of its own. */
const MAX_MESSAGE_DEPTH = 112;

export const DOCUMENT = 0x03;
export const ARRAY = 0x04;
const BINARY = 0x05;

/** Binary data of this size and more is no key and lies apart: a file's piece, never an id. */
export const LARGE_BINARY = 4096;

/** Marks what is left of a document: a field of a name that no stored document may have. */
const APART = Buffer.from('\x08$apart\0\x01', 'latin1');

/** Types of one size, by number (https://bsonspec.org/spec.html). */
const fixedSizes: Readonly<Record<number, number>> = { 1: 8, 7: 12, 8: 1, 9: 8, 10: 0, 16: 4, 18: 8 };
export interface Element {
  type: number;
  name: string;
  start: number;
  value: number;
  end: number;
}

/** The elements of a document, unread. Throws on bytes that are no document. */
export function elementsOf(bytes: Buffer): Element[] {
  if (bytes.length < 5 || bytes.readInt32LE(0) !== bytes.length) throw malformed();
  const elements: Element[] = [];
  let at = 4;
  while (bytes[at] !== 0) {
    const nameEnd = bytes.indexOf(0, at + 1);
    const type = bytes[at];
    if (nameEnd < 0 || type === undefined) throw malformed();
    const end = valueEnd(bytes, type, nameEnd + 1);
    if (end >= bytes.length) throw malformed();
    elements.push({ type, name: bytes.toString('utf8', at + 1, nameEnd), start: at, value: nameEnd + 1, end });
    at = end;
  }
  if (at !== bytes.length - 1) throw malformed();
  return elements;
}

function valueEnd(bytes: Buffer, type: number, at: number): number {
  const fixed = fixedSizes[type];
  if (fixed !== undefined) return at + fixed;
  switch (type) {
    case 2:
      return at + 4 + lengthAt(bytes, at, 1);
    case DOCUMENT:
    case ARRAY:
      return at + lengthAt(bytes, at, 5);
    case 5:
      return at + 5 + lengthAt(bytes, at, 0);
    case 11:
      throw notSupported('a regular expression');
    default:
      throw notSupported(`BSON type ${type}`);
  }
}

function lengthAt(bytes: Buffer, at: number, least: number): number {
  if (at + 4 > bytes.length) throw malformed();
  const length = bytes.readInt32LE(at);
  if (length < least) throw malformed();
  return length;
}

const malformed = () => new MongoError(9, 'the bytes are not a BSON document');

/** Refuses a command that is malformed, too deep, or carries a type or a name that this server does not take. */
export function checkCommand(bytes: Buffer): void {
  check(bytes, MAX_MESSAGE_DEPTH, false);
}

/** Refuses a document that must not be stored: too large, too deep, or with a field name that begins with `$`. */
export function checkStored(bytes: Buffer): void {
  if (bytes.length > MAX_DOCUMENT_BYTES) {
    throw new MongoError(10334, `BSONObj size: ${bytes.length} is invalid. Size must be at most ${MAX_DOCUMENT_BYTES}`);
  }
  check(bytes, MAX_STORED_DEPTH, true);
}

function check(bytes: Buffer, depth: number, stored: boolean): void {
  if (depth === 0) throw new MongoError(2, `documents may be nested no deeper than ${MAX_STORED_DEPTH} levels`);
  for (const { type, name, value, end } of elementsOf(bytes)) {
    if (name === '__proto__') throw notSupported('field name __proto__');
    if (stored && name.startsWith('$')) {
      throw new MongoError(52, `The dollar ($) prefixed field '${name}' is not allowed in a stored document`);
    }
    if (type === DOCUMENT || type === ARRAY) check(bytes.subarray(value, end), depth - 1, stored);
  }
}

/** The document without its large binary fields; undefined if it has none. */
export function withoutLargeBinary(bytes: Buffer): Buffer | undefined {
  const elements = elementsOf(bytes);
  const kept = elements.filter(({ type, value, end }) => type !== BINARY || end - value < LARGE_BINARY);
  if (kept.length === elements.length) return undefined;
  return joinElements([APART, ...kept.map(({ start, end }) => bytes.subarray(start, end))]);
}

/** Whether bytes are what `withoutLargeBinary` left of a document. */
export function isWithoutBinary(bytes: Buffer): boolean {
  return bytes.subarray(4, 4 + APART.length).equals(APART);
}

/** A document from already encoded elements, each with its type and name. */
export function joinElements(elements: readonly Uint8Array[]): Buffer {
  const size = elements.reduce((sum, element) => sum + element.length, 5);
  const header = Buffer.allocUnsafe(4);
  header.writeInt32LE(size, 0);
  return Buffer.concat([header, ...elements, Buffer.of(0)], size);
}

/** One encoded element that holds a document or an array. */
export function wrapElement(type: typeof DOCUMENT | typeof ARRAY, name: string, value: Uint8Array): Buffer {
  return Buffer.concat([Buffer.of(type), Buffer.from(`${name}\0`), value]);
}

/** The elements of an encoded document, without its length and its final zero. */
export function bodyOf(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(4, bytes.length - 1);
}

export function encode(doc: Doc): Buffer {
  const bytes = serialize(doc, { ignoreUndefined: true });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

export function decode(bytes: Uint8Array): Doc {
  return deserialize(bytes, { promoteLongs: false, promoteBuffers: false });
}

/** Decodes these top-level fields alone: most of a record is its history, which few queries look at. */
export function decodeFields(bytes: Buffer, roots: ReadonlySet<string>): Doc {
  const wanted = elementsOf(bytes).filter(({ name }) => roots.has(name));
  return decode(joinElements(wanted.map(({ start, end }) => bytes.subarray(start, end))));
}

/** Whether these top-level fields are the same in two documents, byte for byte. */
export function sameFields(one: Buffer, other: Buffer, roots: ReadonlySet<string>): boolean {
  const fieldsIn = (bytes: Buffer) =>
    elementsOf(bytes)
      .filter(({ name }) => roots.has(name))
      .map(({ start, end }) => bytes.subarray(start, end));
  return joinElements(fieldsIn(one)).equals(joinElements(fieldsIn(other)));
}

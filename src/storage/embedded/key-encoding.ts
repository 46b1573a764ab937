import { Binary, Long, ObjectId } from 'bson';
import { LARGE_BINARY } from './bson-bytes.ts';
import { notSupported } from './mongo-error.ts';
import { isDocument, typeName } from './values.ts';

/*
 * A value as a string of bytes (one character each) whose order is BSON's order, so that an index, a sort and a
 * comparison agree: https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/
 * No encoding is the beginning of another, so that encodings can be put one after the other, and turned around.
 */
const rank = {
  emptyArray: '\x05',
  null: '\x10',
  number: '\x20',
  string: '\x30',
  object: '\x40',
  array: '\x50',
  binary: '\x60',
  objectId: '\x70',
  boolean: '\x80',
  date: '\x90',
} as const;

/** An array without elements stands before null in an index and in a sort. */
export const EMPTY_ARRAY_KEY = rank.emptyArray;

/** Greater than every encoding that begins with what it is put after. */
export const AFTER_ALL = '\u0100';

/** The key of a value; null and a missing value have the same. */
export function encodeKey(value: unknown): string {
  if (value === null || value === undefined) return rank.null;
  if (typeof value === 'string') return rank.string + encodeText(value);
  if (typeof value === 'number') return `${rank.number}${encodeDouble(value)}\x80\x00`;
  if (typeof value === 'boolean') return rank.boolean + (value ? '\x01' : '\x00');
  if (value instanceof Date) return rank.date + encodeDouble(value.getTime());
  if (value instanceof ObjectId) return rank.objectId + latin1(value.id);
  if (Long.isLong(value)) return rank.number + encodeLong(value);
  if (Array.isArray(value)) return `${rank.array}${value.map(encodeKey).join('')}\x00`;
  if (value instanceof Binary) return rank.binary + encodeBinary(value);
  if (isDocument(value)) return `${rank.object}${Object.entries(value).map(encodeField).join('')}\x00`;
  throw notSupported(`a value of type ${typeName(value)}`);
}

/** What all keys of this value's type begin with: a comparison never crosses types. */
export function typeBracket(value: unknown): string {
  return encodeKey(value).slice(0, 1);
}

/** The same key for a field in descending order. */
export function reverseKey(key: string): string {
  let reversed = '';
  for (let at = 0; at < key.length; at += 1) reversed += String.fromCharCode(255 - key.charCodeAt(at));
  return reversed;
}

/** Negative, 0 or positive, in BSON's order. */
export function compareValues(a: unknown, b: unknown): number {
  if (Number.isFinite(a) && Number.isFinite(b)) return Number(a) - Number(b);
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime();
  return compareKeys(encodeKey(a), encodeKey(b));
}

/** Negative, 0 or positive, in the order of the keys. */
export function compareKeys(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Equal as a query means it: 1 equals 1.0, and documents must have the same fields in the same order. */
export function equalValues(a: unknown, b: unknown): boolean {
  return a === b || compareValues(a, b) === 0;
}

function encodeField([name, value]: [string, unknown]): string {
  const key = encodeKey(value);
  return key.slice(0, 1) + encodeText(name) + key;
}

function encodeText(text: string): string {
  const bytes = latin1(Buffer.from(text, 'utf8'));
  return `${bytes.includes('\x00') ? bytes.replaceAll('\x00', '\x00\xff') : bytes}\x00\x00`;
}

const scratch = Buffer.alloc(8);

function encodeDouble(value: number): string {
  if (Number.isNaN(value)) return '\x00'.repeat(8);
  scratch.writeDoubleBE(value === 0 ? 0 : value, 0);
  const mask = value < 0 ? 0xff : 0;
  for (let at = 0; at < 8; at += 1) scratch[at] = (scratch[at] ?? 0) ^ mask;
  if (mask === 0) scratch[0] = (scratch[0] ?? 0) | 0x80;
  return latin1(scratch);
}

/** Beyond 2^53 the nearest double is not the number: what is missing (at most 1024) follows it. */
function encodeLong(value: Long): string {
  const double = value.toNumber();
  const missing = Number(value.toBigInt() - BigInt(double)) + 0x8000;
  return encodeDouble(double) + String.fromCharCode(missing >> 8, missing & 0xff);
}

function encodeBinary(value: Binary): string {
  if (value.length() >= LARGE_BINARY) throw notSupported(`binary data of ${LARGE_BINARY} bytes and more as a key`);
  const size = Buffer.alloc(5);
  size.writeUInt32BE(value.length(), 0);
  size[4] = value.sub_type;
  return latin1(size) + latin1(value.value());
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

import * as bson from './bson-bytes.ts';
import { notSupported } from './mongo-error.ts';
import type { Value } from './values-at.ts';

/*
 * A value as a string of bytes (one character each) whose order is BSON's order, so that an index, a sort and a
 * comparison agree: https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/
 * No encoding is the beginning of another, so that encodings can be put one after the other, and turned around.
 */
const rank = {
  emptyArray: 0x05,
  null: 0x10,
  number: 0x20,
  string: 0x30,
  object: 0x40,
  array: 0x50,
  binary: 0x60,
  objectId: 0x70,
  boolean: 0x80,
  date: 0x90,
} as const;

/** An array without elements stands before null in an index and in a sort. */
export const EMPTY_ARRAY_KEY = String.fromCharCode(rank.emptyArray);

/** Greater than every encoding that begins with what it is put after. */
export const AFTER_ALL = '\u0100';

/** Where a key is written, over and over: there is one thread. */
let out = Buffer.allocUnsafe(4096);
let length = 0;

/** The key of a value where it lies; null and a missing value have the same. */
export function keyOf(value: Value): string {
  length = 0;
  write(value);
  return out.toString('latin1', 0, length);
}

/** The keys of values one after the other, some of them turned around. */
export function compoundKey(values: readonly Value[], descending: readonly boolean[]): string {
  length = 0;
  for (const [at, value] of values.entries()) {
    const start = length;
    write(value);
    if (descending[at]) invert(out, start, length);
  }
  return out.toString('latin1', 0, length);
}

/** The key of a decoded value. */
export function encodeKey(value: unknown): string {
  return keyOf(new bson.Fields(bson.encode({ v: value })).get('v'));
}

/** What all keys of this value's type begin with: a comparison never crosses types. */
export function typeBracket(value: unknown): string {
  return encodeKey(value).slice(0, 1);
}

/** The same key for a field in descending order. */
export function reverseKey(key: string): string {
  const bytes = Buffer.from(key, 'latin1');
  invert(bytes, 0, bytes.length);
  return bytes.toString('latin1');
}

function invert(bytes: Buffer, from: number, to: number): void {
  for (let at = from; at < to; at += 1) bytes[at] = 255 - (bytes[at] ?? 0);
}

/** Negative, 0 or positive, in the order of the keys. */
export function compareKeys(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Equal as a query means it: 1 equals 1.0, and documents must have the same fields in the same order. */
export function equalValues(a: unknown, b: unknown): boolean {
  return a === b || encodeKey(a) === encodeKey(b);
}

/** Writes the key of a value of a type, where it lies. */
const writers: Readonly<Record<number, (bytes: Buffer, at: number, end: number) => void>> = {
  [bson.NULL]: () => put(rank.null),
  [bson.INT32]: (bytes, at) => putNumber(bytes.readInt32LE(at), 0),
  [bson.DOUBLE]: (bytes, at) => putNumber(bytes.readDoubleLE(at), 0),
  [bson.INT64]: putLong,
  [bson.BINARY]: putBinary,
  [bson.STRING]: (bytes, at, end) => {
    put(rank.string);
    putText(bytes, at + 4, end - 1);
  },
  [bson.BOOLEAN]: (bytes, at) => {
    put(rank.boolean);
    put(bytes[at] ?? 0);
  },
  [bson.DATE]: (bytes, at) => {
    put(rank.date);
    putDouble(longAt(bytes, at));
  },
  [bson.OBJECT_ID]: (bytes, at, end) => {
    put(rank.objectId);
    putBytes(bytes, at, end);
  },
  [bson.DOCUMENT]: (bytes, at) => {
    put(rank.object);
    for (const element of bson.elementsOf(bytes, at)) putField(element);
    put(0);
  },
  [bson.ARRAY]: (bytes, at) => {
    put(rank.array);
    for (const element of bson.elementsOf(bytes, at)) write(element);
    put(0);
  },
};

function write(value: Value): void {
  if (value === undefined) put(rank.null);
  else writers[value.type]?.(value.bytes, value.value, value.end);
}

/** Room for so many bytes more. */
function reserve(more: number): void {
  if (length + more <= out.length) return;
  const larger = Buffer.allocUnsafe((length + more) * 2);
  out.copy(larger, 0, 0, length);
  out = larger;
}

function put(byte: number): void {
  reserve(1);
  out[length] = byte;
  length += 1;
}

function putBytes(bytes: Buffer, from: number, to: number): void {
  reserve(to - from);
  for (let at = from; at < to; at += 1) out[length++] = bytes[at] ?? 0;
}

/** Text ends with two zeros; a zero within it is followed by 255. */
function putText(bytes: Buffer, from: number, to: number): void {
  reserve(2 * (to - from) + 2);
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    out[length++] = byte;
    if (byte === 0) out[length++] = 0xff;
  }
  out[length++] = 0;
  out[length++] = 0;
}

/** Type, name and value, as BSON compares the fields of documents. */
function putField(element: bson.Element): void {
  const start = length;
  put(0);
  putText(element.bytes, element.start + 1, element.value - 1);
  const value = length;
  write(element);
  out[start] = out[value] ?? 0;
}

/** Numbers of all types are compared as doubles; what a double cannot hold of a long (at most 1024) follows. */
function putNumber(double: number, missing: number): void {
  put(rank.number);
  putDouble(double);
  put((missing + 0x8000) >> 8);
  put((missing + 0x8000) & 0xff);
}

function putLong(bytes: Buffer, at: number): void {
  const double = longAt(bytes, at);
  putNumber(double, Number.isSafeInteger(double) ? 0 : Number(bytes.readBigInt64LE(at) - BigInt(double)));
}

/** A long as the nearest double. */
function longAt(bytes: Buffer, at: number): number {
  const double = bytes.readInt32LE(at + 4) * 2 ** 32 + bytes.readUInt32LE(at);
  return Number.isSafeInteger(double) ? double : Number(bytes.readBigInt64LE(at));
}

/** In the order of the numbers; what is no number comes first. */
function putDouble(value: number): void {
  reserve(8);
  out.writeDoubleBE(value === 0 || Number.isNaN(value) ? 0 : value, length);
  const mask = value < 0 ? 0xff : 0;
  for (let at = length; at < length + 8; at += 1) out[at] = (out[at] ?? 0) ^ mask;
  if (value >= 0) out[length] = (out[length] ?? 0) | 0x80;
  length += 8;
}

function putBinary(bytes: Buffer, at: number, end: number): void {
  const size = bytes.readUInt32LE(at);
  if (size >= bson.LARGE_BINARY) throw notSupported(`binary data of ${bson.LARGE_BINARY} bytes and more as a key`);
  put(rank.binary);
  reserve(4);
  length = out.writeUInt32BE(size, length);
  putBytes(bytes, at + 4, end);
}

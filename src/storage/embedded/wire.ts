import { Long } from 'bson';
import {
  ARRAY,
  bodyOf,
  checkCommand,
  DOCUMENT,
  decode,
  elementsOf,
  encode,
  joinElements,
  type Piece,
  wrapElement,
} from './bson-bytes.ts';
import type { Reply } from './commands/context.ts';
import { type Doc, isDocument } from './values.ts';
import { itemsOf } from './values-at.ts';

/*
 * MongoDB's wire protocol: https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/
 * Commands come as OP_MSG; a driver's first hello may come as OP_QUERY.
 */
const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;

const HEADER_BYTES = 16;
/** Flags that a receiver must understand: checksums and requests without an answer, which nobody sends. */
const REQUIRED_FLAGS = 0xffff;

/** The documents to be inserted, which stay as they came. */
const INSERTED = 'documents';

/** As MongoDB tells drivers in its hello. */
export const MAX_MESSAGE_BYTES = 48_000_000;

/** Thrown for bytes that are no message; the connection cannot be used any more. */
export class MalformedMessage extends Error {}

/** A command as it came; `legacy` if as OP_QUERY, which is answered in kind. */
export interface WireRequest {
  id: number;
  command: Doc;
  legacy: boolean;
}

/** The length that a message says it has, or undefined while even that has not come. */
export function messageLength(bytes: Buffer): number | undefined {
  if (bytes.length < 4) return undefined;
  const length = bytes.readInt32LE(0);
  if (length < HEADER_BYTES + 5 || length > MAX_MESSAGE_BYTES) throw new MalformedMessage(`message of ${length} bytes`);
  return length;
}

/** Reads one whole message. */
export function readRequest(message: Buffer): WireRequest {
  const id = message.readInt32LE(4);
  const opcode = message.readInt32LE(12);
  const body = message.subarray(HEADER_BYTES);
  try {
    if (opcode === OP_MSG) return readMessage(id, body);
    if (opcode === OP_QUERY) return readQuery(id, body);
  } catch (error) {
    if (error instanceof MalformedMessage || error instanceof RangeError) throw new MalformedMessage(error.message);
    throw error;
  }
  throw new MalformedMessage(`opcode ${opcode}`);
}

function readMessage(id: number, body: Buffer): WireRequest {
  if ((body.readUInt32LE(0) & REQUIRED_FLAGS) !== 0) throw new MalformedMessage('unknown flags');
  let command: Doc | undefined;
  const sequences: [string, unknown[]][] = [];
  for (let at = 4; at < body.length; ) {
    const kind = body[at];
    const size = body.readInt32LE(at + 1);
    const section = body.subarray(at + 1, at + 1 + size);
    if (size < 5 || at + 1 + size > body.length || kind === undefined || kind > 1)
      throw new MalformedMessage('section');
    if (kind === 1) sequences.push(readSequence(section));
    else if (command === undefined) command = readDocument(section);
    else throw new MalformedMessage('two bodies');
    at += 1 + size;
  }
  if (command === undefined) throw new MalformedMessage('no body');
  for (const [name, documents] of sequences) command[name] = documents;
  return { id, command, legacy: false };
}

/** The documents of a command may come beside it: a name, and documents one after the other. */
function readSequence(section: Buffer): [string, unknown[]] {
  const nameEnd = section.indexOf(0, 4);
  const name = section.toString('utf8', 4, nameEnd);
  if (nameEnd < 0 || name === '__proto__') throw new MalformedMessage('name of a sequence');
  const documents: unknown[] = [];
  for (let at = nameEnd + 1; at < section.length; ) {
    const size = section.readInt32LE(at);
    if (size < 5 || at + size > section.length) throw new MalformedMessage('document in a sequence');
    const bytes = section.subarray(at, at + size);
    documents.push(name === INSERTED ? checked(bytes) : readDocument(bytes));
    at += size;
  }
  return [name, documents];
}

function readQuery(id: number, body: Buffer): WireRequest {
  const nameEnd = body.indexOf(0, 4);
  if (nameEnd < 0) throw new MalformedMessage('collection name');
  const [database = ''] = body.toString('utf8', 4, nameEnd).split('.');
  const at = nameEnd + 9;
  const command = readDocument(body.subarray(at, at + body.readInt32LE(at)));
  return { id, command: { ...command, $db: database }, legacy: true };
}

function checked(bytes: Buffer): Buffer {
  checkCommand(bytes);
  return bytes;
}

/** Reads a command. What is to be inserted becomes buffers, which no other value of a command is. */
function readDocument(bytes: Buffer): Doc {
  const elements = elementsOf(checked(bytes));
  const inserted = elements.find(({ name, type }) => name === INSERTED && type === ARRAY);
  const items = itemsOf(inserted);
  const raw = inserted !== undefined && items.every(({ type }) => type === DOCUMENT);
  const doc: unknown = decode(raw ? joinElements(elements.filter((element) => element !== inserted)) : bytes);
  if (!isDocument(doc)) throw new MalformedMessage('document');
  if (raw) doc[INSERTED] = items.map(({ value, end }) => bytes.subarray(value, end));
  return doc;
}

/** The message that answers a request. */
export function writeReply(request: Pick<WireRequest, 'id' | 'legacy'>, reply: Reply, number: number): Buffer {
  const document = encodeReply(reply);
  const extra = request.legacy ? Buffer.alloc(20) : Buffer.alloc(5);
  // An OP_REPLY of one document: 1 at its end, and the flag that MongoDB always sets at its beginning.
  if (request.legacy) {
    extra.writeInt32LE(8, 0);
    extra.writeInt32LE(1, 16);
  }
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeInt32LE(HEADER_BYTES + extra.length + document.length, 0);
  header.writeInt32LE(number, 4);
  header.writeInt32LE(request.id, 8);
  header.writeInt32LE(request.legacy ? OP_REPLY : OP_MSG, 12);
  return Buffer.concat([header, extra, document]);
}

function encodeReply({ fields, batch }: Reply): Buffer {
  const rest = encode(fields);
  if (batch === undefined) return rest;
  const documents = wrapElement(ARRAY, batch.field, joinElements(batch.documents.map(toElement)));
  const described = encode({ id: Long.fromNumber(batch.id), ns: batch.namespace });
  const cursor = joinElements([documents, bodyOf(described)]);
  return joinElements([wrapElement(DOCUMENT, 'cursor', cursor), bodyOf(rest)]);
}

function toElement(document: Buffer, position: number): Piece {
  return wrapElement(DOCUMENT, String(position), document);
}

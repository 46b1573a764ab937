import { once } from 'node:events';
import { connect } from 'node:net';
import { serialize } from 'bson';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Embedded, startEmbedded } from '../../../src/storage/embedded/start-embedded.ts';
import { command, exchange, message } from './raw-client.ts';

const ping = serialize({ ping: 1, $db: 'admin' });
const body = (document: Uint8Array) => Buffer.concat([Buffer.of(0), document]);

/** A document whose first element says that it has this type. */
function withType(type: number): Buffer {
  const bytes = Buffer.from(serialize({ ping: 1, $db: 'admin' }));
  bytes[4] = type;
  return bytes;
}

function withLength(length: number): Buffer {
  const bytes = Buffer.from(ping);
  bytes.writeInt32LE(length, 0);
  return bytes;
}

const unusable: [name: string, bytes: Uint8Array][] = [
  ['HTTP', Buffer.from('POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n')],
  ['a length below a header', Buffer.from([5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
  ['a length of 2 GB', Buffer.from([255, 255, 255, 127])],
  ['an unknown opcode', message(body(ping), { opcode: 2012 })],
  ['unknown flags', message(body(ping), { flags: 4 })],
  ['no section', message(Buffer.alloc(1, 9))],
  ['a section beyond the end', message(body(withLength(5000)))],
  ['two bodies', message(Buffer.concat([body(ping), body(ping)]))],
];

describe('a connection', () => {
  let server: Embedded;

  beforeAll(async () => {
    server = await startEmbedded({ dataDir: null });
  });
  afterAll(() => server.stop());

  test.each(unusable)('ends at %s, and others live on', async (_name, bytes) => {
    expect(await exchange(server.uri, bytes)).toHaveLength(0);
    expect(await command(server.uri, { ping: 1, $db: 'admin' })).toEqual({ ok: 1 });
  });

  test.each([
    ['a document cut short', withLength(ping.length - 1)],
    ['a type that is none', withType(0x77)],
    ['text whose length is wrong', withType(2)],
  ])('ends at or answers %s with an error, and others live on', async (_name, document) => {
    const reply = await exchange(server.uri, message(body(document)));
    expect(reply.toString('latin1')).not.toContain('\x01ok\x00\x00\x00\x00\x00\x00\x00\xf0\x3f');
    expect(await command(server.uri, { ping: 1, $db: 'admin' })).toEqual({ ok: 1 });
  });

  test('takes a message that comes byte by byte', async () => {
    const socket = connect(server.port, '127.0.0.1').setNoDelay(true);
    await once(socket, 'connect');
    for (const byte of message(body(ping))) socket.write(Buffer.of(byte));
    const [reply] = (await once(socket, 'data')) as [Buffer];
    expect(reply.readInt32LE(0)).toBe(reply.length);
    socket.destroy();
  });
});

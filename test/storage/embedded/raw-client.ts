import { once } from 'node:events';
import { connect } from 'node:net';
import { type Document, deserialize, serialize } from 'bson';

/** Sends bytes on a connection of their own, and answers what comes until the server closes, or one whole message. */
export async function exchange(uri: string, bytes: Uint8Array): Promise<Buffer> {
  const { port } = new URL(uri);
  const socket = connect(Number(port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write(bytes);
  let received = Buffer.alloc(0);
  try {
    for await (const piece of socket) {
      received = Buffer.concat([received, piece as Buffer]);
      if (received.length >= 4 && received.length >= received.readInt32LE(0)) break;
    }
  } catch {
    // A connection that the server reset has nothing more to say.
  }
  socket.destroy();
  return received;
}

/** An OP_MSG message with these sections. */
export function message(sections: Uint8Array, { flags = 0, opcode = 2013 } = {}): Buffer {
  const header = Buffer.alloc(20);
  header.writeInt32LE(20 + sections.length, 0);
  header.writeInt32LE(opcode, 12);
  header.writeUInt32LE(flags, 16);
  return Buffer.concat([header, sections]);
}

/** Sends one command without a driver, and answers the reply. */
export async function command(uri: string, document: Document): Promise<Document> {
  const reply = await exchange(uri, message(Buffer.concat([Buffer.of(0), serialize(document)])));
  return deserialize(reply.subarray(21));
}

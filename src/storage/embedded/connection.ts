import type { Socket } from 'node:net';
import type { Context, Reply } from './commands/context.ts';
import { errorReply, runCommand } from './commands/run-command.ts';
import type { DocumentStore } from './document-store.ts';
import { MalformedMessage, messageLength, readRequest, type WireRequest, writeReply } from './wire.ts';

/** What all connections share. */
export interface Shared {
  context: Omit<Context, 'database'>;
  store: DocumentStore;
}

/**
 * Serves one client: its commands one after the other, each answered once everything it wrote, or may have seen, is on
 * disk. Bytes that are no message end this connection and nothing else.
 */
export function serveConnection(socket: Socket, shared: Shared): void {
  let pieces: Buffer[] = [];
  let size = 0;
  let wanted = 4;
  let replies = 0;
  let answering = Promise.resolve();

  const answer = async (message: Buffer) => {
    const { request, reply: first } = handle(message, shared);
    const reply = first.after ? await first.after.then(() => first, errorReply) : first;
    await shared.store.flushed();
    replies += 1;
    socket.write(writeReply(request, reply, replies));
  };
  const drop = () => void socket.destroy();

  const takeMessages = () => {
    let bytes = Buffer.concat(pieces, size);
    let length = messageLength(bytes);
    while (length !== undefined && bytes.length >= length) {
      const message = bytes.subarray(0, length);
      bytes = bytes.subarray(length);
      answering = answering.then(() => answer(message)).catch(drop);
      length = messageLength(bytes);
    }
    pieces = [bytes];
    size = bytes.length;
    wanted = length ?? 4;
  };

  socket.setNoDelay(true);
  socket.on('error', drop);
  socket.on('data', (piece: Buffer) => {
    pieces.push(piece);
    size += piece.length;
    if (size < wanted) return;
    try {
      takeMessages();
    } catch {
      drop();
    }
  });
}

/** A command that cannot be read is answered with the reason, as long as the message itself was whole. */
function handle(message: Buffer, { context }: Shared): { request: Pick<WireRequest, 'id' | 'legacy'>; reply: Reply } {
  try {
    const request = readRequest(message);
    return { request, reply: runCommand(request.command, context) };
  } catch (error) {
    if (error instanceof MalformedMessage) throw error;
    return { request: { id: message.readInt32LE(4), legacy: false }, reply: errorReply(error) };
  }
}

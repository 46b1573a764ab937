import type { Server } from 'node:http';
import { parse } from 'node:querystring';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { Answered, BotRequest } from './deliver.ts';
import { nextId } from './world.ts';

/** Connections of bots in Socket Mode. */
export interface Sockets {
  /** Whether a bot is connected: then requests go to it instead of over HTTP. */
  connected(): boolean;
  deliver(request: BotRequest): Promise<Answered>;
  /** How many are connected. */
  count(): number;
  /** How many connections there have been. */
  opened(): number;
  /** Cuts the connections; new ones are taken. */
  drop(): void;
  /** Cuts the connection that the next envelope goes over, as soon as it is sent: before it can be acknowledged. */
  dropAtNextEnvelope(): void;
  /** Asks the bots to connect again. https://docs.slack.dev/apis/events-api/using-socket-mode#disconnect (2026-11-23) */
  askToReconnect(reason: 'warning' | 'refresh_requested'): void;
  close(): void;
}

/** An acknowledgement without content carries an empty payload. */
const ackSchema = z.object({ envelope_id: z.string(), payload: z.unknown().optional() });
const PATIENCE_MS = 3_000;

/** Takes connections at `/socket`. https://docs.slack.dev/apis/events-api/using-socket-mode (2026-11-23) */
export function acceptSockets(server: Server): Sockets {
  const sockets = new WebSocketServer({ server, path: '/socket' });
  const waiting = new Map<string, (payload: unknown) => void>();
  let turn = 0;
  let opened = 0;
  let dropNext = false;
  sockets.on('connection', (socket: WebSocket) => {
    opened += 1;
    socket.on('message', (data: Buffer) => {
      const ack = ackSchema.parse(JSON.parse(data.toString()));
      waiting.get(ack.envelope_id)?.(ack.payload);
    });
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A0001' } }));
  });
  const drop = () => {
    for (const socket of sockets.clients) socket.terminate();
  };
  return {
    drop,
    connected: () => sockets.clients.size > 0,
    count: () => sockets.clients.size,
    opened: () => opened,
    dropAtNextEnvelope: () => {
      dropNext = true;
    },
    askToReconnect(reason) {
      for (const socket of sockets.clients) socket.send(JSON.stringify({ type: 'disconnect', reason }));
    },
    async deliver(request) {
      // Each envelope goes to one of the connections.
      const open = [...sockets.clients].filter(({ readyState, OPEN }) => readyState === OPEN);
      const socket = open[turn++ % open.length];
      const envelope_id = nextId('env-');
      const answered = new Promise<Answered>((resolve) => {
        const timer = setTimeout(() => resolve({ status: 0, text: '', body: null, request }), PATIENCE_MS);
        waiting.set(envelope_id, (payload) => {
          clearTimeout(timer);
          const text = JSON.stringify(payload ?? {});
          resolve({ status: 200, ...(text === '{}' ? { text: '', body: null } : { text, body: payload }), request });
        });
      });
      const envelope = JSON.stringify({ envelope_id, accepts_response_payload: true, ...contentOf(request) });
      const cut = dropNext;
      dropNext = false;
      socket?.send(envelope, () => (cut ? socket.terminate() : undefined));
      return await answered;
    },
    close: () => {
      drop();
      sockets.close();
    },
  };
}

/** A request's content as an envelope carries it. */
function contentOf({ body, headers }: BotRequest): { type: string; payload: unknown } {
  if (headers['content-type'] === 'application/json') return { type: 'events_api', payload: JSON.parse(body) };
  const fields = parse(body);
  if (typeof fields.payload === 'string') return { type: 'interactive', payload: JSON.parse(fields.payload) };
  return { type: 'slash_commands', payload: fields };
}

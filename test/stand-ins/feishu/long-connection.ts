import type { Server } from 'node:http';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { decodeFrame, encodeFrame } from './frame.ts';
import type { PushAnswer } from './push.ts';

const answerSchema = z.object({ code: z.number(), data: z.string().optional() });

/** Feishu's end of the long connection. */
export interface LongConnection {
  /** What `POST /callback/ws/endpoint` answers with: where to connect. */
  endpoint(port: number): object;
  /** How many are connected. */
  readonly connected: number;
  /** How many connections there have been. */
  readonly opened: number;
  /**
   * Hands an event to one of those connected; null when it does not answer in time.
   * https://open.feishu.cn/document/ukTMukTMukTM/uYDNxYjL2QTM24iN0EjN/event-subscription-configure-/request-url-configuration-case (2026-11-23)
   */
  push(event: unknown, timeoutMs: number): Promise<PushAnswer | null>;
  /** Drops all connections, as a failing network does. */
  drop(): void;
}

function toBuffer(data: RawData): Buffer {
  return Buffer.isBuffer(data) ? data : Buffer.concat(Array.isArray(data) ? data : [Buffer.from(data)]);
}

/** Puts the long connection on the stand-in's server. */
export function createLongConnection(server: Server): LongConnection {
  const sockets = new WebSocketServer({ server, path: '/ws' });
  const waiting = new Map<string, (answer: PushAnswer) => void>();
  let count = 0;
  let opened = 0;

  sockets.on('connection', (socket: WebSocket) => {
    opened += 1;
    socket.on('message', (data: RawData) => {
      const frame = decodeFrame(toBuffer(data));
      if (frame.method === 0) {
        const config = { ReconnectCount: -1, ReconnectInterval: 1, ReconnectNonce: 0, PingInterval: 120 };
        const payload = Buffer.from(JSON.stringify(config));
        socket.send(encodeFrame({ method: 0, headers: { type: 'pong' }, payload }));
        return;
      }
      const { code, data: body } = answerSchema.parse(JSON.parse(frame.payload.toString('utf8')));
      const read: unknown = body === undefined ? {} : JSON.parse(Buffer.from(body, 'base64').toString('utf8'));
      waiting.get(frame.headers.message_id ?? '')?.({ status: code, body: read });
    });
  });

  return {
    endpoint: (port) => ({
      URL: `ws://127.0.0.1:${port}/ws?device_id=1&service_id=1`,
      ClientConfig: { ReconnectCount: -1, ReconnectInterval: 1, ReconnectNonce: 0, PingInterval: 120 },
    }),
    get connected() {
      return sockets.clients.size;
    },
    get opened() {
      return opened;
    },
    push(event, timeoutMs) {
      // Feishu takes one at random; here they take turns, so that a test knows that each has its own.
      const open = [...sockets.clients].filter(({ readyState, OPEN }) => readyState === OPEN);
      const socket = open[count % open.length];
      if (!socket) throw new Error('nobody is connected');
      count += 1;
      const id = `m${count}`;
      const headers = { type: 'event', message_id: id, sum: '1', seq: '0', trace_id: id };
      return new Promise((resolve) => {
        const timer = setTimeout(() => resolve(null), timeoutMs);
        waiting.set(id, (answer) => {
          clearTimeout(timer);
          resolve(answer);
        });
        socket.send(encodeFrame({ method: 1, headers, payload: Buffer.from(JSON.stringify(event)) }));
      });
    },
    drop() {
      for (const socket of sockets.clients) socket.terminate();
    },
  };
}

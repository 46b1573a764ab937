import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { Fault } from './faults.ts';

const compress = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync };

interface Answering {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** The result of the call, which was carried out. */
  readonly text: string;
}

/** Answers a call that was carried out in the way of its fault. */
export async function answerBadly(fault: Fault, { request, response, text }: Answering): Promise<void> {
  const json = { 'content-type': 'application/json' };
  switch (fault.kind) {
    case 'hang':
      return;
    case 'dropAfter':
      return void request.socket.destroy();
    case 'garbled':
      return void response.writeHead(200).end('<html>Bad gateway</html>');
    case 'text':
      return void response.writeHead(200, json).end(fault.text);
    case 'slow':
      await sleep(fault.ms);
      return void response.writeHead(200, json).end(text);
    case 'compressed': {
      const { encoding } = fault;
      return void response.writeHead(200, { ...json, 'content-encoding': encoding }).end(compress[encoding](text));
    }
    case 'cut':
      response.writeHead(200, { ...json, 'content-length': Buffer.byteLength(text) });
      return void response.write(text.slice(0, text.length / 2), () => request.socket.destroy());
    case 'trickle': {
      response.writeHead(200, json);
      for (let left = fault.ms; left > 0 && !request.socket.destroyed; left -= 20) {
        response.write(' ');
        await sleep(20);
      }
      return void response.end(text);
    }
    case 'dropBefore':
    case 'error':
    case 'login':
    case 'rateLimited':
    case 'redirect':
    case 'status':
      throw new Error(`${fault.kind} keeps a call from being carried out`);
    default:
      return fault satisfies never;
  }
}

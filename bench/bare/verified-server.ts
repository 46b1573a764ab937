import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'node:querystring';
import { signingSecret } from '../ground/slack-requests.ts';

/** Serves Slack's requests with Node alone: verifies the signature, parses the form, and awaits the handler. Prints its address. */
export function serveSlack(handle: (payload: string) => Promise<void>): void {
  serve('/slack/events', async (request, body) => {
    if (!isSigned(request, body)) return { status: 401, answer: '' };
    await handle(String(parse(body.toString()).payload));
    return { status: 200, answer: '' };
  });
}

/** A response to a request. */
interface Answer {
  readonly status: number;
  readonly answer: string;
}

/** Serves with Node alone, and prints the address, with this path. */
export function serve(path: string, handle: (request: IncomingMessage, body: Buffer) => Promise<Answer>): void {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      handle(request, Buffer.concat(chunks)).then(
        ({ status, answer }) => response.writeHead(status).end(answer),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
    });
  });
  server.listen(0, '127.0.0.1', () => {
    process.stdout.write(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}${path} \n`);
  });
}

/** https://docs.slack.dev/authentication/verifying-requests-from-slack (2026-11-23) */
function isSigned({ headers }: IncomingMessage, body: Buffer): boolean {
  const timestamp = String(headers['x-slack-request-timestamp']);
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > 300) return false;
  const expected = createHmac('sha256', signingSecret).update(`v0:${timestamp}:`).update(body).digest();
  const given = Buffer.from(String(headers['x-slack-signature']).slice('v0='.length), 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

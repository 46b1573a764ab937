import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { FormData as UndiciForm } from 'undici';
import type { HttpClient, HttpRequest } from '../../../src/http-client/http-client.ts';

/** A form of the runtime's own, which alone its fetch takes for one. */
function toOwn(body: HttpRequest['body']) {
  if (!(body instanceof UndiciForm)) return body ?? null;
  const form = new FormData();
  for (const [name, value] of body) {
    if (typeof value === 'string') form.set(name, value);
    else form.set(name, value, value.name);
  }
  return form;
}

const headersOf = ({ headers }: Response) => Object.fromEntries(headers);

/** The runtime's own fetch in the place of our HTTP client, to hold one against the other. */
export const fetchClient: HttpClient = {
  async request({ method, url, headers, body, withinMs }) {
    const signal = AbortSignal.timeout(withinMs);
    const request = { method, headers, body: toOwn(body), redirect: 'manual', signal } as const;
    const response = await fetch(url, request);
    return { status: response.status, headers: headersOf(response), text: await response.text() };
  },
  async open({ url, headers, signal }) {
    const response = await fetch(url, { headers, redirect: 'manual', signal });
    const body = response.body ? Readable.fromWeb(response.body as ReadableStream) : Readable.from([]);
    body.on('error', () => undefined);
    return { status: response.status, headers: headersOf(response), body };
  },
  close: () => undefined,
};

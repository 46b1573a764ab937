import { Pool } from 'undici';

/** A request to a bot. */
export interface Request {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Sends requests to one address over keep-alive connections. */
export interface Sender {
  send(request: Request): Promise<string>;
  close(): Promise<void>;
}

/** Opens the connections. Any response not in `good` is an error. */
export function openSender(url: string, connections: number, good: readonly number[] = [200]): Sender {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections });
  return {
    async send({ body, headers }) {
      const response = await pool.request({ method: 'POST', path: pathname, body, headers: { ...headers } });
      const text = await response.body.text();
      if (!good.includes(response.statusCode)) throw new Error(`${response.statusCode}: ${text.slice(0, 200)}`);
      return text;
    },
    close: () => pool.close(),
  };
}

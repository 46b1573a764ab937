import { Pool } from 'undici';

/** Sends requests to one address over connections that are kept. Fails for any answer but 200. */
export interface Sender {
  send(request: { readonly body: string; readonly headers: Readonly<Record<string, string>> }): Promise<string>;
  close(): Promise<void>;
}

/** Opens the connections. */
export function openSender(url: string, connections: number): Sender {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections });
  return {
    async send({ body, headers }) {
      const response = await pool.request({ method: 'POST', path: pathname, body, headers: { ...headers } });
      const text = await response.body.text();
      if (response.statusCode !== 200) throw new Error(`${response.statusCode}: ${text.slice(0, 200)}`);
      return text;
    },
    close: () => pool.close(),
  };
}

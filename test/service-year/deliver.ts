import { deliveryHeaders } from '../support/delivery-headers.ts';
import type { Telling } from './lives.ts';

/** As many as one batch may hold. */
const MOST = 1000;

interface Receiver {
  readonly url: string;
  readonly secret: string;
  readonly now: () => Date;
}

let deliveries = 0;

/** Sends tellings over HTTP as the other tool does, in signed batches; gives the counts of what became of them. Fails where one is refused. */
export async function deliver(
  tellings: readonly Telling[],
  { url, secret, now }: Receiver,
): Promise<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (let from = 0; from < tellings.length; from += MOST) {
    const body = JSON.stringify({ items: tellings.slice(from, from + MOST) });
    const id = `msg_${++deliveries}`;
    const answer = await fetch(`${url}/api/v1/incidents`, {
      method: 'POST',
      body,
      headers: deliveryHeaders({ source: 'itsm', secret, id, at: now(), body }),
    });
    if (answer.status !== 200) throw new Error(`a batch got ${answer.status}: ${await answer.text()}`);
    const { results: _each, ...counts } = (await answer.json()) as { results: unknown } & Record<string, number>;
    if (counts.refused)
      throw new Error(`${counts.refused} items were refused: ${JSON.stringify(_each).slice(0, 2000)}`);
    for (const [name, count] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + count;
  }
  return sums;
}

import { liveYear, type Telling, tellingsOf } from '../../test/service-year/lives.ts';
import { deliveryHeaders } from '../../test/support/delivery-headers.ts';
import { createRandom } from '../../test/year/random.ts';
import { type Checkout, command } from './checkout.ts';
import type { Request } from './send.ts';

/** The year in which all items were reported. */
export const YEAR = 2025;
const SOURCE = 'itsm';

/** The other tool's last report on each item of a year. */
export function lastTellings(count: number): Telling[] {
  const end = Date.UTC(YEAR + 1, 1, 15);
  return liveYear(count, YEAR, createRandom(5)).map((life) => {
    const last = tellingsOf(life, end).at(-1);
    if (!last) throw new Error('nothing is told of it');
    return last;
  });
}

/** Creates a key for the other tool with the product's own command; returns its secret. */
export async function addKey(checkout: Checkout, uri: string): Promise<string> {
  const said = await command(checkout, ['intake', 'add-key', SOURCE], { MONGODB_URI: uri });
  const secret = /whsec_\S+/.exec(said)?.[0];
  if (!secret) throw new Error(`no secret in: ${said}`);
  return secret;
}

let deliveries = 0;

/** A delivery, signed now. */
export function deliver(content: unknown, secret: string): Request {
  const body = JSON.stringify(content);
  const id = `msg_${++deliveries}`;
  return { body, headers: deliveryHeaders({ source: SOURCE, secret, id, at: new Date(), body }) };
}

import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { Deliveries, KeptAnswer } from './delivery-repository.ts';
import { isFresh, isSigned } from './signature.ts';
import { type SourceKeys, sourceName } from './source-key-repository.ts';
import { type TakeItem, takeItems } from './take-items.ts';

/** Reasons to reject a whole delivery, with the HTTP status of each. */
const problems = {
  'missing-header': { status: 400, title: 'A header is missing or malformed.' },
  'not-json': { status: 400, title: 'The body is not JSON in UTF-8.' },
  'not-items': { status: 422, title: 'The body is neither an item nor {"items": [...]} with 1 to 1000 items.' },
  'wrong-signature': {
    status: 401,
    title: 'The source is not known, or the signature was made with none of its keys.',
  },
  'old-timestamp': { status: 401, title: 'The time stamp is more than five minutes from our clock.' },
  busy: { status: 409, title: 'This delivery is being worked on. Repeat it in a minute for its answer.' },
  'reused-id': { status: 422, title: 'The id was used for another body. Give each delivery an id of its own.' },
} as const;

/** Why a delivery is rejected. */
type ProblemCode = keyof typeof problems;

/** A rejection as `application/problem+json`: https://www.rfc-editor.org/rfc/rfc9457. `detail` holds facts, never the sent content. */
function problem(code: ProblemCode, detail?: string): KeptAnswer {
  const { status, title } = problems[code];
  return { status, body: { type: `urn:qmbot:intake:${code}`, title, status, ...(detail && { detail }) } };
}

/** A delivery as received over HTTP: the headers with lower-case names, and the body's bytes. */
export interface Delivery {
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Uint8Array;
}

/** Processes a delivery and returns the response. Throws if the database does; the delivery may then be repeated. */
export type ReceiveDelivery = (delivery: Delivery) => Promise<KeptAnswer>;

export interface IntakeParts {
  readonly keys: Pick<SourceKeys, 'secretsOf'>;
  readonly deliveries: Deliveries;
  readonly take: TakeItem;
  readonly clock: Clock;
  readonly log: Logger;
}

const headersSchema = z.object({
  'qmbot-source': sourceName,
  'webhook-id': z.string().regex(/^[\x21-\x7e]{1,200}$/),
  'webhook-timestamp': z.string().regex(/^\d{10}$/),
  'webhook-signature': z.string().min(1).max(1000),
});

/** Larger deliveries must be split into batches. */
export const MOST_ITEMS = 1000;

const itemsSchema = z.object({ items: z.array(z.unknown()).min(1).max(MOST_ITEMS) });
const itemSchema = z.record(z.string(), z.unknown()).refine((item) => !('items' in item));

/**
 * Deliveries from other tools, signed according to Standard Webhooks (https://www.standardwebhooks.com): the sender is checked against the keys of
 * the source, the time stamp against our clock, and a repeated delivery gets the response of the first.
 */
export function createReceiveDelivery({ keys, deliveries, take, clock, log }: IntakeParts): ReceiveDelivery {
  async function work(source: string, { body }: Delivery): Promise<KeptAnswer> {
    const json = readJson(body);
    if (json === undefined) return problem('not-json');
    const single = itemSchema.safeParse(json);
    if (single.success) {
      const { counts, results } = await takeItems([single.data], source, take);
      return { status: counts.created ? 201 : counts.refused ? 422 : 200, body: results[0] };
    }
    const batch = itemsSchema.safeParse(json);
    if (!batch.success) return problem('not-items');
    const { counts, results } = await takeItems(batch.data.items, source, take);
    log.info({ source, ...counts }, 'a batch was taken in');
    return { status: 200, body: { ...counts, results } };
  }

  return async (delivery) => {
    const headers = headersSchema.safeParse(delivery.headers);
    if (!headers.success) return problem('missing-header', named(headers.error));
    const { 'qmbot-source': source, 'webhook-id': id, 'webhook-timestamp': timestamp } = headers.data;
    const now = clock.now();
    if (!isFresh(timestamp, now)) return problem('old-timestamp', `Our clock says ${now.toISOString()}.`);
    const secrets = await keys.secretsOf(source);
    const signed = { id, timestamp, body: delivery.body };
    if (!isSigned(headers.data['webhook-signature'], secrets, signed)) return problem('wrong-signature');

    const key = `${source}:${id}`;
    const claim = await deliveries.claim(key, createHash('sha256').update(delivery.body).digest('hex'));
    if (claim.claim === 'answered') return claim.answer;
    if (claim.claim === 'busy') return problem('busy');
    if (claim.claim === 'reused') return problem('reused-id');
    try {
      const answer = await work(source, delivery);
      await deliveries.finish(key, answer);
      return answer;
    } catch (error) {
      // If this fails as well, the lease expires by itself.
      await deliveries.release(key).catch(() => undefined);
      throw error;
    }
  };
}

function readJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

const named = ({ issues }: z.ZodError): string => [...new Set(issues.map(({ path }) => path.join('.')))].join(', ');

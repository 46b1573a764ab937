import { z } from 'zod';
import { createLinkSigner } from '../../src/pages/customer-link.ts';
import { deliveryHeaders } from '../support/delivery-headers.ts';
import { Unacknowledged } from './people.ts';
import type { Stage } from './stage.ts';

const SOURCE = 'itsm';
const secret = `whsec_${Buffer.alloc(24, 'crash').toString('base64')}`;

/** An ITSM tool hands a delivery in, as one that it has no answer for: under the same id at every try. */
export async function deliver(stage: Stage, id: string, what: object): Promise<void> {
  const key = { source: SOURCE, secret, createdAt: stage.clock.now(), endsAt: null };
  const keys = stage.db.collection<{ _id: string }>('sourceKeys');
  await keys.updateOne({ _id: 'key_1' }, { $setOnInsert: key }, { upsert: true });
  const body = JSON.stringify(what);
  const answer = await ask(stage, '/api/v1/incidents', {
    method: 'POST',
    body,
    headers: deliveryHeaders({ source: SOURCE, secret, id, at: stage.clock.now(), body }),
  });
  // 409: the bot that died over it holds it still; 5xx: not now.
  if (answer.status === 409 || answer.status >= 500) throw new Unacknowledged(`answered with ${answer.status}`);
  if (!answer.ok) throw new Error(`refused: ${answer.status} ${answer.text}`);
}

/** The customer's phone signs the report that it was given a link to. What is given sends the form as it was filled in, again and again if need be. */
export function signReport(stage: Stage, entries: Readonly<Record<string, string>>): () => Promise<void> {
  let mark: string | undefined;
  return async () => {
    const path = `/c/${await tokenOf(stage, 'serviceReport')}`;
    mark ??= /name="mark" value="([^"]+)"/.exec((await page(stage, path)).text)?.[1];
    if (mark === undefined) throw new Error('the page asks for nothing');
    const form = { method: 'POST', body: new URLSearchParams({ ...entries, mark }), redirect: 'manual' } as const;
    const { status, text } = await page(stage, path, form);
    if (status !== 303) throw new Error(`the form was refused: ${status} ${text}`);
  };
}

async function page(stage: Stage, path: string, request: RequestInit = {}) {
  const answer = await ask(stage, path, request);
  if (answer.status >= 500) throw new Unacknowledged(`answered with ${answer.status}`);
  return answer;
}

/** The whole answer: one that breaks off is none. */
async function ask({ front }: Stage, path: string, request: RequestInit) {
  try {
    const answer = await fetch(front() + path, request);
    return { status: answer.status, ok: answer.ok, text: await answer.text() };
  } catch (error) {
    throw new Unacknowledged(String(error));
  }
}

const secretRow = z.object({ value: z.string() });
const linkRow = z.object({ _id: z.string() });

/** What stands in the link, as the engineer was shown it before. */
async function tokenOf({ db }: Stage, purpose: string): Promise<string> {
  const { value } = secretRow.parse(await db.collection<{ _id: string }>('secrets').findOne({ _id: 'customer-links' }));
  const { _id: id } = linkRow.parse(await db.collection('customerLinks').findOne({ purpose }));
  return createLinkSigner(Buffer.from(value, 'hex')).sign(id);
}

import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../clock.ts';

/** Which file a link opens, and for whom it was made. */
export interface FileGrant {
  readonly number: string;
  /** The id of the evidence. */
  readonly evidence: string;
  readonly personId: string;
}

/** Links to files: signed, for one person, and short-lived. */
export interface FileLinks {
  /** The last path segment of a link. */
  sign(grant: FileGrant): string;
  /** What a token grants; `over` if it has expired, null if it was not made here. */
  read(token: string): FileGrant | 'over' | null;
}

/** How long a link is valid: long enough for a slow phone, too short to be passed on. */
const LASTS_MS = 10 * 60_000;

const grantSchema = z.tuple([z.string().max(60), z.string().max(60), z.string().max(100), z.number()]);

/** Links signed with a secret that all processes sharing a database share. */
export function createFileLinks(secret: Buffer, clock: Clock): FileLinks {
  const sign = (payload: string) => createHmac('sha256', secret).update(payload).digest();
  return {
    sign({ number, evidence, personId }) {
      const content = [number, evidence, personId, clock.now().getTime() + LASTS_MS];
      const payload = Buffer.from(JSON.stringify(content)).toString('base64url');
      return `${payload}.${sign(payload).toString('base64url')}`;
    },
    read(token) {
      const [payload = '', signature = ''] = token.split('.');
      const given = Buffer.from(signature, 'base64url');
      const right = sign(payload);
      if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
      const content = grantSchema.safeParse(readJson(Buffer.from(payload, 'base64url').toString()));
      if (!content.success) return null;
      const [number, evidence, personId, until] = content.data;
      return clock.now().getTime() > until ? 'over' : { number, evidence, personId };
    },
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

import { createHash, randomInt } from 'node:crypto';
import type { Connection } from 'mongoose';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import { claimModel } from './claim-model.ts';

/** Digits and letters that are not easily confused. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A fresh code for the first administrator, `7KQ2-M0XW-3RFA`: 60 random bits, so that nobody can guess one while it is valid. */
function freshCode(): string {
  const drawn = Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('');
  return drawn.replace(/(.{4})(?=.)/g, '$1-');
}

/** The SHA-256 of a code, the only form stored; lower case, missing hyphens, and O for 0 make no difference. */
function hashCode(code: string): string {
  const plain = code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return createHash('sha256').update(plain).digest('hex');
}

/** How long a code is valid. */
export const CLAIM_MINUTES = 30;

const claimSchema = z.object({ personId: z.string().nullable() });

/** One-time codes by which a person becomes administrator. */
export interface Claims {
  /** Creates a code, for one person or for anyone in the organization. The code itself exists only in the return value. */
  issue(personId: string | null): Promise<string>;
  /** Whom a code is for; null for one that is wrong, used or expired. */
  find(code: string): Promise<{ readonly personId: string | null } | null>;
  /** Uses up a code: true for the first caller while it is valid. `by` names the chat user. */
  spend(code: string, by: string): Promise<boolean>;
}

/** The codes over a database connection. */
export function createClaims(connection: Connection, clock: Clock): Claims {
  const model = claimModel(connection);
  const valid = (code: string) => ({ _id: hashCode(code), usedAt: null, expiresAt: { $gt: clock.now() } });
  return {
    async issue(personId) {
      const code = freshCode();
      const createdAt = clock.now();
      const expiresAt = new Date(createdAt.getTime() + CLAIM_MINUTES * 60_000);
      await model.insertOne({ _id: hashCode(code), personId, createdAt, expiresAt, usedAt: null, usedBy: null });
      return code;
    },
    async find(code) {
      const found = await model.findOne(valid(code)).lean();
      return found ? claimSchema.parse(found) : null;
    },
    async spend(code, by) {
      const spent = await model.updateOne(valid(code), { $set: { usedAt: clock.now(), usedBy: by } });
      return spent.matchedCount === 1;
    },
  };
}

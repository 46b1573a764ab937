import { createHash, randomInt } from 'node:crypto';
import type { Connection } from 'mongoose';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import { claimModel } from './claim-model.ts';

/** Digits and letters that nobody mixes up. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A fresh code for the first administrator, `7KQ2-M0XW-3RFA`: 60 bits by chance, so that nobody guesses one while it holds. */
function freshCode(): string {
  const drawn = Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('');
  return drawn.replace(/(.{4})(?=.)/g, '$1-');
}

/** The SHA-256 of a code, which alone is stored; typed in lower case, without hyphens, or with O for 0, it is the same code. */
function hashCode(code: string): string {
  const plain = code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return createHash('sha256').update(plain).digest('hex');
}

/** How long a code holds. */
export const CLAIM_MINUTES = 30;

const claimSchema = z.object({ personId: z.string().nullable() });

/** One-time codes by which an administrator comes in. */
export interface Claims {
  /** Makes a code, for one person or for whoever proves to be one of our people. The code itself is nowhere but in the answer. */
  issue(personId: string | null): Promise<string>;
  /** Whom a code is for; null for one that is wrong, used or out of date. */
  find(code: string): Promise<{ readonly personId: string | null } | null>;
  /** Spends a code: true for the first who does while it holds. `by` names the chat user. */
  spend(code: string, by: string): Promise<boolean>;
}

/** The codes over a connection. */
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

import type { Connection } from 'mongoose';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import { AppError } from '../errors.ts';
import type { CustomerLink, LinkGrant, LinkSigner } from './customer-link.ts';
import { customerLinkModel } from './customer-link-model.ts';

/** What a link is created from. */
export interface LinkRequest extends LinkGrant {
  /** An idempotency key, such as an interaction's id or an effect's key: the same key gives the same link. */
  readonly key: string;
  readonly madeBy: string | null;
  /** `settings.customerLinkDays`. */
  readonly days: number;
}

/** A link with its token. */
export interface IssuedLink {
  readonly link: CustomerLink;
  readonly token: string;
}

/** Links given to customers. */
export interface CustomerLinks {
  issue(request: LinkRequest): Promise<IssuedLink>;
  /** The link of a token, whether expired or not; null for one that was not made here. */
  read(token: string): Promise<CustomerLink | null>;
  /** Records that its page was opened. */
  opened(id: string): Promise<void>;
  /** All links to a record's pages of one purpose, the oldest first. */
  of(number: string, purpose: string): Promise<readonly CustomerLink[]>;
  /** Withdraws all open links to them, and returns how many. */
  withdraw(number: string, purpose: string): Promise<number>;
}

const rowSchema = z
  .object({
    _id: z.string(),
    purpose: z.string(),
    number: z.string(),
    contactId: z.string().nullable(),
    madeBy: z.string().nullable(),
    madeAt: z.date(),
    expiresAt: z.date(),
    withdrawnAt: z.date().nullable(),
    uses: z.number(),
  })
  .transform(({ _id: id, ...row }): CustomerLink => ({ id, ...row }));

const DAY_MS = 86_400_000;

/** The links over a database connection. */
export function createCustomerLinks(connection: Connection, signer: LinkSigner, clock: Clock): CustomerLinks {
  const model = customerLinkModel(connection);
  return {
    async issue({ key, purpose, number, contactId, madeBy, days }) {
      const madeAt = clock.now();
      const id = signer.idOf(`${purpose} ${number} ${key}`);
      const expiresAt = new Date(madeAt.getTime() + days * DAY_MS);
      const fresh = { purpose, number, contactId, madeBy, madeAt, expiresAt, withdrawnAt: null, uses: 0 };
      const kept = await model
        .findOneAndUpdate({ _id: id }, { $setOnInsert: fresh }, { upsert: true, returnDocument: 'after' })
        .lean();
      if (!kept) throw new AppError('pages.noLink', { number, purpose });
      return { link: rowSchema.parse(kept), token: signer.sign(id) };
    },
    async read(token) {
      const id = signer.read(token);
      if (id === null) return null;
      const row = await model.findOne({ _id: id }).lean();
      return row ? rowSchema.parse(row) : null;
    },
    async opened(id) {
      await model.updateOne({ _id: id }, { $inc: { uses: 1 } });
    },
    async of(number, purpose) {
      return z.array(rowSchema).parse(await model.find({ number, purpose }).sort({ madeAt: 1 }).lean());
    },
    async withdraw(number, purpose) {
      const change = { $set: { withdrawnAt: clock.now() } };
      const { modifiedCount } = await model.updateMany({ number, purpose, withdrawnAt: null }, change);
      return modifiedCount;
    },
  };
}

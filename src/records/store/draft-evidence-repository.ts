import { createHash } from 'node:crypto';
import { type Connection, mongo } from 'mongoose';
import { z } from 'zod';
import { type NewEvidence, newEvidenceSchema } from '../decide/evidence.ts';
import { draftEvidenceModel } from './draft-evidence-model.ts';

/** Messages and files a person picked: kept here until they choose where to attach them. */
export interface DraftEvidence {
  readonly id: string;
  readonly personId: string;
  readonly evidence: readonly NewEvidence[];
}

/** A form's context is too small for a message, so it carries the material's id. */
export interface DraftEvidenceStore {
  /** Stores what a person picked in an interaction; repeating the interaction gives the same id. */
  keep(origin: string, personId: string, evidence: readonly NewEvidence[], now: Date): Promise<string>;
  /** Null if it does not exist, or no longer does. */
  find(id: string): Promise<DraftEvidence | null>;
}

/** How long picked material may wait to be attached. */
const KEEP_MS = 30 * 24 * 3_600_000;

const storedSchema = z.object({ _id: z.string(), personId: z.string(), evidence: z.array(newEvidenceSchema) });

/** The store over a connection. Storing new material also clears the person's expired material. */
export function createDraftEvidenceStore(connection: Connection): DraftEvidenceStore {
  const model = draftEvidenceModel(connection);
  return {
    async keep(origin, personId, evidence, now) {
      const id = createHash('sha256').update(origin).digest('hex').slice(0, 32);
      try {
        await model.insertOne({ _id: id, personId, evidence: [...evidence], createdAt: now });
      } catch (error) {
        if (!(error instanceof mongo.MongoServerError) || error.code !== 11000) throw error;
        return id;
      }
      await model.deleteMany({ personId, createdAt: { $lt: new Date(now.getTime() - KEEP_MS) } });
      return id;
    },
    async find(id) {
      const found = await model.findOne({ _id: id }).lean();
      if (!found) return null;
      const { _id, ...rest } = storedSchema.parse(found);
      return { id: _id, ...rest };
    },
  };
}

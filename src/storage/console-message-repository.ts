import { randomUUID } from 'node:crypto';
import { type Connection, mongo } from 'mongoose';
import type { ConsoleMessage, ConsoleMessages } from '../../adapters/console/messages.ts';
import { AppError } from '../errors.ts';
import { consoleMessageModel } from './console-message-model.ts';

const WORKSPACE = 'local';
/** How often a change is retried when others take the next sequence first; each lost attempt means that another one won. */
const TRIES = 100;

/**
 * The console's messages in the database, for any number of processes. A change takes the greatest sequence plus one; an index ensures that only one
 * change gets it, and the others try the next. So a sequence is written only after all smaller ones, which is what `since` guarantees. Throws
 * `AppError('console.contended')` if no sequence could be obtained.
 */
export function createConsoleMessages(connection: Connection): ConsoleMessages {
  const model = consoleMessageModel(connection);

  const latest = async (): Promise<number> => {
    const last = await model.findOne({ workspace: WORKSPACE }, { sequence: 1 }).sort({ sequence: -1 }).lean();
    return last?.sequence ?? 0;
  };

  const findByKey = async (key: string): Promise<ConsoleMessage | null> => {
    const found = await model.findOne({ key }).lean();
    return found === null ? null : toMessage(found);
  };

  const findById = async (id: string): Promise<ConsoleMessage | null> => {
    const found = await model.findOne({ _id: id }).lean();
    return found === null ? null : toMessage(found);
  };

  return {
    async append(message) {
      const { key, space, card, locale, postedAt } = message;
      const standing = await findByKey(key);
      if (standing !== null) return standing;
      const fresh = { _id: randomUUID(), workspace: WORKSPACE, key, space, card, locale, postedAt };
      for (let turn = 0; turn < TRIES; turn += 1) {
        const sequence = (await latest()) + 1;
        const made = { ...fresh, position: sequence, sequence, taken: [sequence] };
        try {
          await model.create(made);
          return toMessage(made);
        } catch (error) {
          if (!isDuplicate(error)) throw error;
          const other = await findByKey(key);
          if (other !== null) return other;
        }
      }
      throw contended();
    },

    async replace(id, card, locale) {
      for (let turn = 0; turn < TRIES; turn += 1) {
        const sequence = (await latest()) + 1;
        const change = { $set: { card, locale, sequence }, $push: { taken: sequence } };
        try {
          // The index cannot catch a number that this same message took in the meantime: the guard does.
          const filter = { _id: id, sequence: { $lt: sequence } };
          const changed = await model.findOneAndUpdate(filter, change, { returnDocument: 'after' }).lean();
          if (changed !== null) return toMessage(changed);
          if ((await findById(id)) === null) return null;
        } catch (error) {
          if (!isDuplicate(error)) throw error;
        }
      }
      throw contended();
    },

    findById,
    findByKey,

    async since(sequence, limit) {
      const query = { workspace: WORKSPACE, sequence: { $gt: sequence } };
      const found = await model.find(query).sort({ sequence: 1 }).limit(limit).lean();
      return found.map(toMessage);
    },

    async bySpace(space, limit, before) {
      const query = before === undefined ? { space } : { space, position: { $lt: before } };
      const found = await model.find(query).sort({ position: -1 }).limit(limit).lean();
      return found.map(toMessage).reverse();
    },

    latest,
  };
}

const contended = (): AppError => new AppError('console.contended', { tries: TRIES });

type Stored = Omit<ConsoleMessage, 'id'> & { readonly _id: string };

const toMessage = ({ _id, key, space, card, locale, postedAt, position, sequence }: Stored): ConsoleMessage => ({
  id: _id,
  key,
  space,
  card,
  locale,
  postedAt,
  position,
  sequence,
});

const isDuplicate = (error: unknown): boolean => error instanceof mongo.MongoServerError && error.code === 11000;

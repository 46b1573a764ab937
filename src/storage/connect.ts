import mongoose, { type Connection } from 'mongoose';
import type { Logger } from 'pino';
import { AppError } from '../errors.ts';
import { startEmbedded } from './embedded/start-embedded.ts';
import { ensureIndexes } from './ensure-indexes.ts';

/** Users wait at most three seconds: an unresponsive database must be detected before that. */
const WAITS = {
  bufferCommands: false,
  serverSelectionTimeoutMS: 1_000,
  connectTimeoutMS: 1_000,
  socketTimeoutMS: 2_500,
  retryWrites: true,
  w: 'majority',
} as const;

const DATABASE = 'qmbot';

/** Where the records are stored. */
export interface StorageOptions {
  /** Undefined: the embedded server. */
  readonly mongoUri: string | undefined;
  /** The embedded server's folder; null keeps everything in memory. */
  readonly dataDir: string | null;
  readonly log: Logger;
}

/** The open database. */
export interface Storage {
  readonly connection: Connection;
  readonly kind: 'mongodb' | 'embedded';
  /** Resolves if the embedded server dies; the bot cannot go on without it. */
  readonly failed: Promise<Error>;
  /** Whether the database currently responds. */
  answers(): Promise<boolean>;
  stop(): Promise<void>;
}

/** Opens the database and creates its indexes. Fails with the user error `storage.folderInUse`, or with `storage.unreachable`. */
export async function connectStorage({ mongoUri, dataDir, log }: StorageOptions): Promise<Storage> {
  const embedded = mongoUri === undefined ? await startEmbedded({ dataDir }) : null;
  const uri = mongoUri ?? embedded?.uri ?? '';
  const name = mongoUri === undefined ? { dbName: DATABASE } : {};
  const connection = mongoose.createConnection(uri, { ...WAITS, ...name });
  let stopping = false;
  connection.on('disconnected', () => {
    if (!stopping) log.warn('the database is away');
  });
  connection.on('reconnected', () => log.info('the database is back'));
  try {
    await connection.asPromise();
    await ensureIndexes(connection);
  } catch (cause) {
    await connection.destroy();
    await embedded?.stop();
    throw new AppError('storage.unreachable', {}, cause);
  }
  return {
    connection,
    kind: embedded ? 'embedded' : 'mongodb',
    failed: embedded?.failed ?? new Promise<Error>(() => undefined),
    answers: async () => {
      await connection.db?.command({ ping: 1 });
      return connection.readyState === mongoose.ConnectionStates.connected;
    },
    async stop() {
      stopping = true;
      await connection.close();
      await embedded?.stop();
    },
  };
}

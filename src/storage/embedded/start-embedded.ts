import { mkdir } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { AppError, UserError } from '../../errors.ts';
import type { FromWorker } from './worker.ts';

export interface EmbeddedOptions {
  /** The folder of the data, made if it is not there; null keeps them in memory alone. */
  dataDir: string | null;
  /** 0, the default, takes any free port. */
  port?: number;
  host?: '127.0.0.1';
}

/** An embedded MongoDB server that listens on this machine alone. */
export interface Embedded {
  /** For a MongoDB driver; the name of a database may be put after it. */
  uri: string;
  port: number;
  /** Closes the connections and the folder. Everything that was acknowledged is on disk before, too. */
  stop(): Promise<void>;
  /** Resolves if the server dies by itself, for instance of a full disk. The bot cannot go on without it. */
  failed: Promise<Error>;
}

/**
 * Starts the embedded server in a worker thread.
 * @throws UserError `storage.folderInUse` with `dir` if another process has the folder open.
 * @throws AppError `storage.startFailed` with the cause, for instance a port that is taken.
 */
export async function startEmbedded({ dataDir, port = 0, host = '127.0.0.1' }: EmbeddedOptions): Promise<Embedded> {
  if (dataDir !== null) await mkdir(dataDir, { recursive: true });
  const worker = new Worker(new URL('./worker-entry.js', import.meta.url), {
    workerData: { dataDir, port, host },
    execArgv: ['--enable-source-maps'],
  });
  const died = new Promise<Error>((resolve) => {
    worker.on('error', resolve);
    worker.on('exit', (code) => resolve(new Error(`the embedded server ended with code ${code}`)));
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'failed') resolve(message.error);
    });
  });
  const first = await Promise.race([nextMessage(worker), died]);
  if (first instanceof Error || first.kind !== 'ready') {
    await worker.terminate();
    if (!(first instanceof Error) && first.kind === 'folderInUse') {
      throw new UserError('storage.folderInUse', { dir: dataDir ?? '' });
    }
    throw new AppError('storage.startFailed', { dir: dataDir ?? '', port }, await died);
  }
  return {
    uri: `mongodb://${host}:${first.port}`,
    port: first.port,
    failed: died,
    stop: async () => {
      worker.postMessage('stop');
      await Promise.race([nextMessage(worker), died]);
      await worker.terminate();
    },
  };
}

function nextMessage(worker: Worker): Promise<FromWorker> {
  return new Promise((resolve) => worker.once('message', resolve));
}

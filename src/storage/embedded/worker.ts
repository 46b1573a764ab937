import { parentPort, workerData } from 'node:worker_threads';
import { systemClock } from '../../clock.ts';
import { FolderInUse } from './durable-store.ts';
import { runServer, type ServerOptions } from './server.ts';

/** What the worker tells the thread that started it. */
export type FromWorker =
  | { kind: 'ready'; port: number }
  | { kind: 'folderInUse' }
  | { kind: 'failed'; error: Error }
  | { kind: 'stopped' };

/** Runs the server in a worker thread (started by start-embedded.ts), so that a long scan does not hold the bot up. */
const options: ServerOptions = workerData;

const tell = (message: FromWorker) => parentPort?.postMessage(message);

try {
  const server = await runServer(options, systemClock);
  void server.failed.then((error) => tell({ kind: 'failed', error }));
  parentPort?.on('message', (message: unknown) => {
    if (message !== 'stop') return;
    server.stop().then(
      () => tell({ kind: 'stopped' }),
      (error: unknown) => tell({ kind: 'failed', error: asError(error) }),
    );
  });
  tell({ kind: 'ready', port: server.port });
} catch (error) {
  tell(error instanceof FolderInUse ? { kind: 'folderInUse' } : { kind: 'failed', error: asError(error) });
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import { startEmbedded } from '../storage/embedded/start-embedded.ts';
import { print } from './print.ts';
import { aborted } from './stop-signal.ts';

/** `qmbot db`: runs the embedded database only, so that several bot processes on this machine can share it. */
export async function runDatabase(config: Config, port: number, log: Logger, stopping: AbortSignal): Promise<void> {
  const stopped = aborted(stopping);
  const database = await Promise.race([startEmbedded({ dataDir: config.dataDir, port }), stopped]);
  if (!database) return;
  print([`MONGODB_URI=${database.uri}/qmbot`]);
  const failure = await Promise.race([database.failed, stopped]);
  if (failure) {
    log.fatal({ err: failure }, 'the database cannot go on');
    process.exitCode = 1;
    return;
  }
  await database.stop();
}

import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { startEmbedded } from '../storage/embedded/start-embedded.ts';
import { print } from './print.ts';

/** `qmbot db`: the embedded database alone, so that several processes of the bot can share it on this machine. */
export async function runDatabase(config: Config, port: number, log: Logger): Promise<void> {
  const database = await startEmbedded({ dataDir: config.dataDir, port });
  print([`MONGODB_URI=${database.uri}/qmbot`]);
  const stopped = new Promise<null>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(null));
  });
  const failure = await Promise.race([database.failed, stopped]);
  if (failure) {
    log.fatal({ err: failure }, 'the database cannot go on');
    process.exitCode = 1;
    return;
  }
  await database.stop();
}

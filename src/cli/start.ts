import type { Logger } from 'pino';
import { createApp } from '../app.ts';
import type { Config } from '../config.ts';
import { translate } from '../i18n/translate.ts';
import { CLAIM_MINUTES } from '../org/claim-repository.ts';
import { print } from './print.ts';

/** `qmbot start`: runs until it is told to stop by a signal, or something it cannot do without has died. */
export async function start(config: Config, log: Logger): Promise<void> {
  const app = await createApp({ config, log });
  log.info({ url: app.url, storage: app.storage }, 'qmbot is ready');
  if (app.invitation !== null) {
    // To whoever stands at the machine, and not into the log, which others read.
    const lines = [translate('en', 'claim.start'), translate('en', 'claim.invitation', { minutes: CLAIM_MINUTES })];
    print([...lines, `  /qm claim ${app.invitation}`]);
  }
  if (app.storage === 'embedded') {
    log.info(
      { dataDir: config.dataDir },
      'using the embedded database: for trying and for a small team; set MONGODB_URI for more',
    );
  }
  const reason = await Promise.race([app.failed, stopSignal()]);
  if (reason instanceof Error) log.fatal({ err: reason }, 'qmbot cannot go on');
  await app.stop();
  if (reason instanceof Error) process.exitCode = 1;
}

function stopSignal(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(signal));
  });
}

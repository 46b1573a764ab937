import type { Logger } from 'pino';
import { createApp } from '../app.ts';
import type { Config } from '../config/config.ts';
import { translate } from '../i18n/translate.ts';
import { CLAIM_MINUTES } from '../org/claim-repository.ts';
import { print } from './print.ts';
import { aborted } from './stop-signal.ts';

/** `qmbot start`: runs until `stopping` is aborted or something essential has failed. */
export async function start(config: Config, log: Logger, stopping: AbortSignal): Promise<void> {
  const app = await createApp({ config, log, stopping }).catch((error: unknown) => {
    if (error !== stopping.reason) throw error;
  });
  if (!app) return;
  log.info({ url: app.url, storage: app.storage }, 'qmbot is ready');
  if (app.invitation !== null) {
    // Printed for the operator at the machine, not logged: others read the log.
    const lines = [translate('en', 'claim.start'), translate('en', 'claim.invitation', { minutes: CLAIM_MINUTES })];
    print([...lines, `  /qm claim ${app.invitation}`]);
  }
  if (app.storage === 'embedded') {
    log.info(
      { dataDir: config.dataDir },
      'using the embedded database: for trying and for a small team; set MONGODB_URI for more',
    );
  }
  const failure = await Promise.race([app.failed, aborted(stopping)]);
  if (failure) log.fatal({ err: failure }, 'qmbot cannot go on');
  await app.stop();
  if (failure) process.exitCode = 1;
}

import type { Logger } from 'pino';

/** The SDK logs whole requests, including tokens and texts. We log only how often it complains, never what it says. */
export function createSdkLogger(log: Logger) {
  const drop = () => undefined;
  return {
    error: () => log.debug('the Feishu SDK reported an error'),
    warn: () => log.debug('the Feishu SDK reported a warning'),
    info: drop,
    debug: drop,
    trace: drop,
  };
}

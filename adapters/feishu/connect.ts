import { EventDispatcher, WSClient } from '@larksuiteoapi/node-sdk';
import type { Logger } from 'pino';
import { within } from '../../src/chat/within.ts';
import type { HttpClient } from '../../src/http-client/http-client.ts';
import { limits } from './limits.ts';
import { createSdkLogger } from './logger.ts';
import type { EventHandlers } from './receive/handle-events.ts';
import { createFeishuHttp } from './send/feishu-http.ts';
import { createHttpInstance } from './send/http-instance.ts';

export interface ConnectOptions {
  readonly appId: string;
  readonly appSecret: string;
  readonly domain: string;
  readonly httpClient: HttpClient;
  readonly log: Logger;
}

/** The WebSocket connection: events and callbacks without a public address. */
export interface Connection {
  /** Connects; resolves when events come in, or after five seconds, and then keeps trying. */
  open(): Promise<void>;
  close(): void;
}

/**
 * Receives over the SDK's WebSocket connection, which needs no signatures: we opened it, with the app's
 * secret. Its watchdogs are off by default, so a dead connection would not be noticed.
 * https://open.feishu.cn/document/ukTMukTMukTM/uYDNxYjL2QTM24iN0EjN/event-subscription-configure-/request-url-configuration-case
 */
export function createConnection(
  { appId, appSecret, domain, httpClient, log }: ConnectOptions,
  handlers: EventHandlers,
): Connection {
  const logger = createSdkLogger(log);
  const eventDispatcher = new EventDispatcher({ logger }).register(Object.fromEntries(handlers));
  let ready: () => void = () => undefined;
  const client = new WSClient({
    appId,
    appSecret,
    domain,
    httpInstance: createHttpInstance(createFeishuHttp(httpClient, limits.callMs)),
    logger,
    handshakeTimeoutMs: limits.callMs,
    wsConfig: { pingTimeout: 10 },
    onReady: () => ready(),
    onReconnecting: () => log.warn('the long connection to Feishu is lost; connecting again'),
    onReconnected: () => log.info('the long connection to Feishu stands again'),
    onError: () => log.error('the long connection to Feishu cannot be made'),
  });
  return {
    async open() {
      const connected = new Promise<void>((resolve) => {
        ready = resolve;
      });
      await client.start({ eventDispatcher });
      const { inTime } = await within(connected, limits.callMs);
      if (!inTime) log.warn('the long connection to Feishu does not stand yet');
    },
    close: () => client.close({ force: true }),
  };
}

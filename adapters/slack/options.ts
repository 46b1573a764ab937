import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { InteractionHandler, InteractionInbox } from '../../src/chat/port.ts';
import type { Clock } from '../../src/clock.ts';
import type { Deadlines } from './limits.ts';
import type { ChartOptions } from './send/pictures.ts';

export interface SlackAdapterOptions {
  readonly botToken: string;
  /** Verifies requests over HTTP; required unless there is an app token. */
  readonly signingSecret?: string | undefined;
  /** If set, requests arrive in Socket Mode, over our own connection, and not over HTTP. */
  readonly appToken?: string | undefined;
  /** Another address of the Web API, for a stub: `http://127.0.0.1:PORT/api/`. */
  readonly apiUrl?: string | undefined;
  /** Whether calls go through the proxy set in the environment. */
  readonly proxied?: boolean;
  /** Not listening yet: `POST /slack/events` is mounted on it. */
  readonly http: FastifyInstance;
  readonly handle: InteractionHandler;
  /** Tracks work that nobody awaits. */
  readonly accept: InteractionInbox;
  readonly clock: Clock;
  readonly log: Logger;
  /** How charts are shown; if absent, whatever the workspace supports. */
  readonly charts?: ChartOptions | undefined;
  /** Overrides of our time limits. */
  readonly within?: Partial<Deadlines>;
}

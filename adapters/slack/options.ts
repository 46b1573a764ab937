import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { InteractionHandler, InteractionInbox } from '../../src/chat/port.ts';
import type { Clock } from '../../src/clock.ts';
import type { Deadlines } from './limits.ts';
import type { ChartOptions } from './send/pictures.ts';

export interface SlackAdapterOptions {
  readonly botToken: string;
  /** Verifies requests over HTTP; needed unless there is an app token. */
  readonly signingSecret?: string | undefined;
  /** With it requests come in Socket Mode, over a connection of our own, and not over HTTP. */
  readonly appToken?: string | undefined;
  /** Another address of the Web API, for a stand-in: `http://127.0.0.1:PORT/api/`. */
  readonly apiUrl?: string | undefined;
  /** Whether calls go through the proxy that the environment names. */
  readonly proxied?: boolean;
  /** Not listening yet: `POST /slack/events` is mounted on it. */
  readonly http: FastifyInstance;
  readonly handle: InteractionHandler;
  /** Takes in what nobody waits for. */
  readonly accept: InteractionInbox;
  readonly clock: Clock;
  readonly log: Logger;
  /** Which form charts take; as the workspace has it, when absent. */
  readonly charts?: ChartOptions | undefined;
  /** Other deadlines than ours. */
  readonly within?: Partial<Deadlines>;
}

import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import { failureFacts } from '../errors.ts';
import { disposition } from './serve-files.ts';

/** A request to a customer's page. */
export interface PageAsk {
  readonly method: 'GET' | 'POST';
  readonly token: string;
  /** A file of the page, or null for the page itself. */
  readonly file: string | null;
  /** The requested language. */
  readonly language: string | undefined;
  readonly body: string;
  readonly address: string;
}

/** The response. */
export type PageAnswer =
  | { readonly kind: 'page'; readonly status: number; readonly body: string }
  | { readonly kind: 'moved'; readonly to: string }
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly type: string;
      readonly shown: boolean;
      readonly content: Uint8Array | string;
    };

export type AnswerPage = (ask: PageAsk) => Promise<PageAnswer>;

/** Customers' pages, as the HTTP server serves them. */
export interface PageRoutes {
  readonly answer: AnswerPage;
  /** The page that explains a rejected request, for a status. */
  readonly refuse: (status: number) => string;
  readonly assets: readonly { readonly path: string; readonly type: string; readonly content: Buffer }[];
  /** The network that the rate limit counts an address under. */
  readonly networkOf: (address: string) => string;
  /** Requests allowed per network per minute. */
  readonly perMinute?: number;
  readonly log: Logger;
}

/** A signature takes a few kilobytes; a whole form of ours stays far below. */
const BODY_BYTES = 256 * 1024;
/** A meeting room behind one address can open its pages all at once; a client sending a thousand requests a second is stopped. */
const PER_MINUTE = 300;
/** How many networks are remembered; the least recently seen are forgotten first. */
const NETWORKS = 20_000;

/** Nothing from elsewhere, nothing inline, and no framing by other sites. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

const headers = {
  'cache-control': 'no-store',
  'content-security-policy': POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex, nofollow',
};

/**
 * `GET` and `POST /c/TOKEN`, `GET /c/TOKEN/FILE`: pages for customers, who are identified only by their link. Rate-limited by network, so that a
 * flood from one is rejected before any work is done for it. Rejections are pages, too.
 */
export function registerPages(http: FastifyInstance, routes: PageRoutes): void {
  const { answer, refuse, assets, networkOf, log } = routes;
  http.register(async (scope) => {
    await scope.register(rateLimit, {
      max: routes.perMinute ?? PER_MINUTE,
      timeWindow: 60_000,
      cache: NETWORKS,
      keyGenerator: ({ ip }) => networkOf(ip),
      errorResponseBuilder: () => Object.assign(new Error('too many requests'), { statusCode: 429 }),
    });
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
      done(null, body),
    );
    scope.setErrorHandler((error, request, reply) => {
      const status = statusOf(error);
      if (status === 500) {
        log.error({ requestId: request.id, ...failureFacts(error) }, 'page failed');
      }
      return reply.headers(headers).code(status).type(HTML).send(refuse(status));
    });

    interface Asked {
      Params: { token?: string; file?: string };
      Querystring: { lang?: unknown };
      Body: string | undefined;
    }
    for (const url of ['/c/:token', '/c/:token/:file', '/c/*']) {
      scope.route<Asked>({
        method: url.endsWith(':token') ? ['GET', 'POST'] : 'GET',
        url,
        bodyLimit: BODY_BYTES,
        handler: async ({ method, params, query, body, ip }, reply) => {
          const language = typeof query.lang === 'string' ? query.lang : undefined;
          const { token = '', file = null } = params;
          const asked = { token, file, language, body: body ?? '', address: ip };
          return send(await answer({ method: method === 'POST' ? 'POST' : 'GET', ...asked }), reply);
        },
      });
    }
    for (const { path, type, content } of assets) {
      scope.get(path, { config: { rateLimit: false } }, (_request, reply) =>
        reply.type(type).header('cache-control', 'public, max-age=31536000, immutable').send(content),
      );
    }
  });
}

const HTML = 'text/html; charset=utf-8';

function send(answered: PageAnswer, reply: FastifyReply) {
  reply.headers(headers);
  switch (answered.kind) {
    case 'page':
      return reply.code(answered.status).type(HTML).send(answered.body);
    case 'moved':
      return reply.redirect(answered.to, 303);
    case 'file': {
      const { name, type, shown, content } = answered;
      return reply
        .header('content-disposition', disposition(shown ? 'inline' : 'attachment', name))
        .type(type)
        .send(content);
    }
    default:
      return answered satisfies never;
  }
}

/** Rejections by Fastify or by the rate limit keep their own status; any other failure is ours. */
function statusOf(error: unknown): number {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : 500;
  if (status === 413 || status === 429) return status;
  return typeof status === 'number' && status >= 400 && status < 500 ? 400 : 500;
}

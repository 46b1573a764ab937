import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ConsoleError } from '../failure.ts';

/** Host names by which a browser reaches this machine. Any other name that resolves here is an attack (DNS rebinding). */
const ownNames = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Security headers of every response: no outside resources, no inline script or style, no framing. */
export const securityHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

/**
 * Admits only requests from this machine's own console page: the host must be a name of this machine, and a request that changes
 * something must come from the page (there is no sign-in, so another site's page must not be able to act for the visitor).
 */
export function guard(scope: FastifyInstance): void {
  scope.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders);
    if (!isOwnHost(request)) throw new ConsoleError('foreign', 403);
    if (request.url.startsWith('/console/api/') && !isOwnPage(request)) throw new ConsoleError('foreign', 403);
  });
}

function isOwnHost(request: FastifyRequest): boolean {
  const address = `http://${request.headers.host ?? ''}`;
  return URL.canParse(address) && ownNames.has(new URL(address).hostname);
}

/** Checks `Sec-Fetch-Site` if the browser sends it, and `Origin`, which it sends with every POST. */
function isOwnPage(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  const { origin, host } = request.headers;
  if (origin === undefined) return request.method === 'GET';
  return origin === `http://${host}`;
}

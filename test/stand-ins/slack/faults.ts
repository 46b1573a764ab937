/** What may go wrong with a call. */
export type Fault =
  /** 429, with how long to wait unless that is left out. https://docs.slack.dev/apis/web-api/rate-limits (2026-11-23) */
  | { readonly kind: 'rateLimited'; readonly retryAfter?: number }
  | { readonly kind: 'status'; readonly status: number }
  /** `ok: false` with this code. */
  | { readonly kind: 'error'; readonly code: string }
  /** Carries the call out, then answers so many milliseconds later. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** Carries the call out and never answers. */
  | { readonly kind: 'hang' }
  /** Carries the call out and cuts the connection. */
  | { readonly kind: 'dropAfter' }
  /** Cuts the connection before the call is carried out. */
  | { readonly kind: 'dropBefore' }
  /** Of a file: the page to sign in comes in its place. */
  | { readonly kind: 'login' }
  /** Carries the call out and answers with something that is no JSON. */
  | { readonly kind: 'garbled' }
  /** Carries the call out and answers with this text in place of the result. */
  | { readonly kind: 'text'; readonly text: string }
  /** Leads to another address. */
  | { readonly kind: 'redirect'; readonly status: number }
  /** Carries the call out and answers by the compression of this name. */
  | { readonly kind: 'compressed'; readonly encoding: 'gzip' | 'deflate' | 'br' }
  /** Carries the call out and cuts the connection in the middle of the answer. */
  | { readonly kind: 'cut' }
  /** Carries the call out; the answer comes in pieces, one each 20 ms, for so many milliseconds. */
  | { readonly kind: 'trickle'; readonly ms: number };

/** Faults to come, by method, each for one call. */
export interface Faults {
  failNext(method: string, fault: Fault): void;
  /** The fault of this call, if it has one; it is used up. */
  take(method: string): Fault | undefined;
}

/** No faults at first. */
export function createFaults(): Faults {
  const queues = new Map<string, Fault[]>();
  return {
    failNext(method, fault) {
      queues.set(method, [...(queues.get(method) ?? []), fault]);
    },
    take(method) {
      return queues.get(method)?.shift();
    },
  };
}

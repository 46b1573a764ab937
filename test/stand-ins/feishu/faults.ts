/** Something that goes wrong with one call. */
export type Fault =
  /** 429 and code 99991400, with the header that says when to come again. */
  | { readonly kind: 'rateLimited'; readonly resetSeconds: number }
  /** An HTTP status with a page of a gateway, no JSON. */
  | { readonly kind: 'status'; readonly status: number }
  /** A refusal of Feishu's; HTTP 400 unless said otherwise. */
  | { readonly kind: 'refuse'; readonly code: number; readonly message?: string; readonly status?: number }
  /** Carried out, but answered only after so many milliseconds. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** Carried out, and never answered. */
  | { readonly kind: 'hang' }
  /** Carried out; then the connection is dropped. */
  | { readonly kind: 'dropAfter' }
  /** Not carried out; the connection is dropped. */
  | { readonly kind: 'dropBefore' }
  /** The token it came with is refused from now on. */
  | { readonly kind: 'staleToken' }
  /** HTTP 200 and a page for people, as a gateway shows it that wants to be signed in to; not carried out. */
  | { readonly kind: 'page' }
  /** Half of the answer's body; then the connection is dropped. */
  | { readonly kind: 'cut' }
  /** HTTP 200 and something that is no JSON, or this; not carried out. */
  | { readonly kind: 'garbage'; readonly text?: string }
  /** Leads to another address; not carried out. */
  | { readonly kind: 'redirect'; readonly status: number }
  /** Carried out, and answered by the compression of this name. */
  | { readonly kind: 'compressed'; readonly encoding: 'gzip' | 'deflate' | 'br' }
  /** Carried out; before the answer a space comes each 20 ms, for so many milliseconds. */
  | { readonly kind: 'trickle'; readonly ms: number };

interface Planned {
  readonly call: string;
  readonly fault: Fault;
}

/** Faults that wait for their calls. */
export class Faults {
  #planned: Planned[] = [];

  /** The next call whose `METHOD /path` begins with `call` goes wrong. */
  failNext(call: string, fault: Fault): void {
    this.#planned.push({ call, fault });
  }

  /** The fault planned for this call, once. */
  take(call: string): Fault | undefined {
    const at = this.#planned.findIndex((planned) => call.startsWith(planned.call));
    return at < 0 ? undefined : this.#planned.splice(at, 1)[0]?.fault;
  }

  /** How many have not come about. */
  get left(): number {
    return this.#planned.length;
  }
}

import type { Clock } from '../../../src/clock.ts';

/** A token and the instant, in milliseconds, until which it is used. */
export interface Token {
  readonly value: string;
  readonly until: number;
}

/** The app's access token: fetched once for all who ask at the same time. */
export interface AccessTokens {
  get(): Promise<string>;
  /** Forgets a token that was refused, unless it has been replaced already. */
  drop(token: string): void;
}

/** Keeps the token that `fetchToken` fetches for as long as it says. A fetch that fails is not remembered. */
export function createAccessTokens(fetchToken: () => Promise<Token>, clock: Clock): AccessTokens {
  let known: Token | null = null;
  let underWay: Promise<Token> | null = null;

  return {
    async get() {
      if (known && clock.now().getTime() < known.until) return known.value;
      underWay ??= fetchToken().finally(() => {
        underWay = null;
      });
      const fetched = await underWay;
      known = fetched;
      return fetched.value;
    },
    drop(token) {
      if (known?.value === token) known = null;
    },
  };
}

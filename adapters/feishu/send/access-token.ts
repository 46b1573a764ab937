import type { Clock } from '../../../src/clock.ts';

/** A token and the time, in milliseconds, until which it is used. */
export interface Token {
  readonly value: string;
  readonly until: number;
}

/** The app's access token: one fetch shared by concurrent callers. */
export interface AccessTokens {
  get(): Promise<string>;
  /** Discards a rejected token, unless it has been replaced already. */
  drop(token: string): void;
}

/** Caches the token that `fetchToken` returns for as long as it says. A failed fetch is not cached. */
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

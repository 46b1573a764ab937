import type { Clock } from '../../../src/clock.ts';
import { Refusal } from './refusal.ts';

/** A tenant_access_token lives two hours. */
const lifetimeSeconds = 7_200;

/** Access tokens: given out for the app's secret, good for two hours or until taken away. */
export class Tokens {
  readonly #clock: Clock;
  readonly #appId: string;
  readonly #appSecret: string;
  readonly #until = new Map<string, number>();
  /** How often one was asked for. */
  asked = 0;

  constructor(clock: Clock, appId: string, appSecret: string) {
    this.#clock = clock;
    this.#appId = appId;
    this.#appSecret = appSecret;
  }

  give(body: string): object {
    this.asked += 1;
    const asked: unknown = JSON.parse(body);
    const right =
      typeof asked === 'object' &&
      asked !== null &&
      'app_id' in asked &&
      'app_secret' in asked &&
      asked.app_id === this.#appId &&
      asked.app_secret === this.#appSecret;
    if (!right) throw new Refusal('token', 10014, 'app secret invalid', 200);
    const token = `t-${this.asked}-${this.#appId}`;
    this.#until.set(token, this.#clock.now().getTime() + lifetimeSeconds * 1000);
    return { tenant_access_token: token, expire: lifetimeSeconds };
  }

  check(authorization: string | undefined): void {
    if (!authorization?.startsWith('Bearer ')) throw new Refusal('errors', 99991661, 'Need a token');
    const until = this.#until.get(authorization.slice('Bearer '.length)) ?? 0;
    if (until <= this.#clock.now().getTime()) {
      throw new Refusal('errors', 99991663, 'Invalid access token for authorization.');
    }
  }

  /** Refuses a token from now on. */
  take(authorization: string | undefined): void {
    this.#until.delete(authorization?.slice('Bearer '.length) ?? '');
  }
}

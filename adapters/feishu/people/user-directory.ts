import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { DirectoryAnswer, UserDirectory, WantedUser } from '../../../src/chat/port.ts';
import type { Clock } from '../../../src/clock.ts';
import { AppError } from '../../../src/errors.ts';
import { createHttpClient } from '../../../src/http-client/http-client.ts';
import { createFeishuClient, type FeishuClient } from '../client.ts';
import { describeFailure, type Failure } from '../failure.ts';
import { userStatusSchema } from '../schema.ts';

/** What the directory needs. `wait` waits for the given milliseconds. */
export interface FeishuDirectoryOptions {
  readonly appId: string;
  readonly appSecret: string;
  readonly domain: string;
  readonly clock: Clock;
  /** Whether calls go through the proxy set in the environment. */
  readonly proxied?: boolean;
  readonly log: Logger;
  readonly wait?: (ms: number) => Promise<unknown>;
}

const answerSchema = z.object({
  data: z.object({
    user_list: z
      .array(
        z.object({
          user_id: z.string().optional(),
          email: z.string().optional(),
          mobile: z.string().optional(),
          status: userStatusSchema.optional(),
        }),
      )
      .optional(),
  }),
});
type Entry = NonNullable<z.infer<typeof answerSchema>['data']['user_list']>[number];

/** Addresses, and mobiles, per call. */
const PER_CALL = 50;
const MOST_TRIES = 20;
/** How long to wait if a rate limit does not say. */
const DEFAULT_WAIT_MS = 1_000;

/**
 * Feishu's users by e-mail and by mobile; people of other tenants are not found. An address may be a person's own or their enterprise mailbox, and
 * the latter is not always found: so the mobile number is looked up, too.
 * https://open.feishu.cn/document/server-docs/contact-v3/user/batch_get_id (2026-11-23): 50 of each in one call, 1000 calls a minute, 50 a second
 * @throws AppError `feishu.directory` with Feishu's code
 */
export function createFeishuDirectory(options: FeishuDirectoryOptions): UserDirectory {
  const { appId, wait = sleep } = options;
  const client = createFeishuClient({ ...options, httpClient: createHttpClient(options) });
  return {
    platform: 'feishu',
    workspace: appId,
    async find(wanted) {
      const entries: Entry[] = [];
      for (let start = 0; start < wanted.length; start += PER_CALL) {
        entries.push(...(await ask(client, wanted.slice(start, start + PER_CALL), wait)));
      }
      return new Map(wanted.map((one) => [one.id, answerOf(one, entries)]));
    },
  };
}

async function ask(
  client: FeishuClient,
  wanted: readonly WantedUser[],
  wait: (ms: number) => Promise<unknown>,
): Promise<Entry[]> {
  const emails = wanted.flatMap(({ email }) => (email === undefined ? [] : [email]));
  const mobiles = wanted.flatMap(({ mobile }) => (mobile === undefined ? [] : [mobile]));
  const data = { emails, mobiles, include_resigned: true };
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const outcome = await client.call((sdk, call) =>
      sdk.contact.v3.user.batchGetId({ data, params: { user_id_type: 'open_id' } }, call),
    );
    if (outcome.ok) return answerSchema.parse(outcome.value).data.user_list ?? [];
    if (!isLimited(outcome.failure)) {
      throw new AppError('feishu.directory', { reason: describeFailure(outcome.failure) });
    }
    await wait(outcome.failure.kind === 'answered' ? (outcome.failure.resetMs ?? DEFAULT_WAIT_MS) : DEFAULT_WAIT_MS);
  }
  throw new AppError('feishu.directory', { reason: 'rate limit' });
}

/** 99991400 is the rate limit. https://open.feishu.cn/document/server-docs/api-call-guide/frequency-control (2026-11-23) */
const isLimited = (failure: Failure) =>
  failure.kind === 'answered' && (failure.status === 429 || failure.code === 99991400);

function answerOf({ email, mobile }: WantedUser, entries: readonly Entry[]): DirectoryAnswer {
  const isTheirs = (entry: Entry) =>
    entry.user_id !== undefined &&
    ((email !== undefined && entry.email?.toLowerCase() === email.toLowerCase()) ||
      (mobile !== undefined && entry.mobile === mobile));
  const theirs = entries.filter(isTheirs);
  const present = theirs.filter(({ status = {} }) => !isAway(status));
  const ids = new Set(present.map(({ user_id }) => user_id));
  const [first] = present;
  if (!first?.user_id) return { found: 'no', because: theirs.length > 0 ? 'deactivated' : 'notFound' };
  if (ids.size > 1) return { found: 'no', because: 'ambiguous' };
  const byEmail = present.some((entry) => entry.email !== undefined);
  return { found: 'user', userId: first.user_id, by: byEmail ? 'email' : 'mobile' };
}

const isAway = ({ is_frozen, is_resigned, is_exited, is_unjoin }: NonNullable<Entry['status']>) =>
  Boolean(is_frozen || is_resigned || is_exited || is_unjoin);

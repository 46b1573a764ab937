import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { DirectoryAnswer, UserDirectory } from '../../../src/chat/port.ts';
import { AppError } from '../../../src/errors.ts';
import { createHttpClient } from '../../../src/http-client/http-client.ts';
import { SlackClient } from '../client.ts';
import { readFailure } from '../failure.ts';
import { deadlines } from '../limits.ts';
import { kindOf, userSchema } from './find-user.ts';

/** What the directory needs. `wait` waits for the given milliseconds. */
export interface SlackDirectoryOptions {
  readonly botToken: string;
  readonly apiUrl: string;
  /** Whether calls go through the proxy set in the environment. */
  readonly proxied?: boolean;
  readonly log: Logger;
  readonly wait?: (ms: number) => Promise<unknown>;
}

const pageSchema = z.object({
  members: z.array(userSchema),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});
type SlackUser = z.infer<typeof userSchema>;

/** Up to this many are looked up one by one; beyond that the whole list is read, 200 to a page. */
const ONE_BY_ONE = 20;
const MOST_TRIES = 20;

/**
 * Slack's users by e-mail. A phone number in a profile is unverified user input, so nobody is found by it.
 * https://docs.slack.dev/reference/methods/users.lookupByEmail (tier 3), https://docs.slack.dev/reference/methods/users.list (tier 2; 2026-11-23)
 * @throws AppError `slack.directory` with Slack's code
 */
export async function createSlackDirectory({
  botToken,
  apiUrl,
  proxied = false,
  log,
  wait = sleep,
}: SlackDirectoryOptions): Promise<UserDirectory> {
  const httpClient = createHttpClient({ proxied });
  const client = new SlackClient({ botToken, apiUrl, httpClient, withinMs: deadlines.backgroundCall, log });

  /** A call that waits as long as a rate limit says; null for `users_not_found`. */
  async function call<Answer>(method: string, work: () => Promise<Answer>): Promise<Answer | null> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      try {
        return await work();
      } catch (error) {
        const failure = readFailure(error);
        if (failure.kind === 'code' && failure.code === 'users_not_found') return null;
        if (failure.kind !== 'limited') {
          const reason = failure.kind === 'code' ? failure.code : failure.reason;
          throw new AppError('slack.directory', { method, reason }, error);
        }
        await wait(failure.afterMs);
      }
    }
    throw new AppError('slack.directory', { method, reason: 'ratelimited' });
  }

  const team = (await call('auth.test', () => client.auth.test()))?.team_id;
  if (!team) throw new AppError('slack.directory', { method: 'auth.test', reason: 'no team' });

  async function lookUp(email: string): Promise<SlackUser[]> {
    const answer = await call('users.lookupByEmail', () => client.users.lookupByEmail({ email }));
    return answer ? [userSchema.parse(answer.user)] : [];
  }

  async function listAll(): Promise<SlackUser[]> {
    const users: SlackUser[] = [];
    for (let cursor = ''; ; ) {
      const page = await call('users.list', () => client.users.list({ limit: 200, ...(cursor !== '' && { cursor }) }));
      const { members, response_metadata } = pageSchema.parse(page);
      users.push(...members);
      cursor = response_metadata?.next_cursor ?? '';
      if (cursor === '') return users;
    }
  }

  return {
    platform: 'slack',
    workspace: team,
    async find(wanted) {
      const asked = wanted.filter(({ email }) => email !== undefined);
      const all = asked.length > ONE_BY_ONE ? byEmail(await listAll()) : null;
      const answers = new Map<string, DirectoryAnswer>(
        wanted.map(({ id }) => [id, { found: 'no', because: 'notFound' }]),
      );
      for (const { id, email = '' } of asked) {
        const users = all ? (all.get(email.toLowerCase()) ?? []) : await lookUp(email);
        answers.set(id, answerOf(users, team));
      }
      return answers;
    },
  };
}

function byEmail(users: readonly SlackUser[]): Map<string, SlackUser[]> {
  const found = new Map<string, SlackUser[]>();
  for (const user of users) {
    const email = user.profile?.email?.toLowerCase();
    if (email) found.set(email, [...(found.get(email) ?? []), user]);
  }
  return found;
}

/** Of several users with one address, deactivated ones do not count. */
function answerOf(users: readonly SlackUser[], team: string): DirectoryAnswer {
  const active = users.filter((user) => !user.deleted && user.is_email_confirmed !== false);
  const [only] = active;
  if (!only) return { found: 'no', because: users.some(({ deleted }) => deleted) ? 'deactivated' : 'notFound' };
  if (active.length > 1) return { found: 'no', because: 'ambiguous' };
  const kind = kindOf(only, team);
  if (kind === 'member') return { found: 'user', userId: only.id, by: 'email' };
  return { found: 'no', because: kind === 'guest' ? 'guest' : 'external' };
}

import { cp, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Checkout, startBot } from '../ground/checkout.ts';
import { type Opened, withOpened } from '../ground/opened.ts';
import { openPlatform } from '../ground/platform-process.ts';
import { slackSettings } from '../ground/slack-requests.ts';
import { cpuWithEnded, memoryOf } from '../measure/processes.ts';
import { takeTurns } from '../measure/rounds.ts';
import { type Row, rowOf } from '../report/row.ts';
import { type Path, type RunSettings, versionsOf } from './path.ts';

interface Start {
  /** Seconds from its start until it is ready. */
  readonly seconds: number;
  /** CPU time of the process until then, in seconds. */
  readonly cpuSeconds: number;
}

const IDLE_MS = 60_000;
/** More first starts than this are not worth the time. */
const FIRST_STARTS = 3;
/** What a checkout does not need in order to start, or must not have: its build. */
const left = new Set(['.git', 'node_modules', 'dist', 'data', 'coverage']);

/** The start of the bot with its database in one process and Slack configured, its first start, and its memory when idle. */
export const start: Path = {
  name: 'start',
  about: 'start to ready, the first start, and memory when idle, everything in one process',
  inQuick: false,
  measure: (settings) =>
    withOpened(async (opened) => {
      const platform = opened.keep(await openPlatform());
      const env = slackSettings(platform.url);
      return [
        ...(await starts(env, settings, opened)),
        ...(await firstStarts(env, settings)),
        ...(await idle(env, settings)),
      ];
    }),
};

type Env = Readonly<Record<string, string>>;

async function starts(env: Env, settings: RunSettings, { keep }: Opened): Promise<Row[]> {
  const contenders = await Promise.all(
    versionsOf(settings).map(async (version) => {
      const { path } = keep(await openFolder());
      return {
        name: version.name,
        prepare: async () => () => startOnce(version, { ...env, DATA_DIR: join(path, 'data') }),
      };
    }),
  );
  const turns = await takeTurns(contenders, settings.rounds);
  const of = (figure: keyof Start) => ({
    now: turns.get('now')?.map((one) => one[figure]) ?? [],
    before: turns.get('before')?.map((one) => one[figure]),
  });
  const what = 'start to ready, Slack configured';
  return [
    rowOf(
      'start',
      {
        what: `${what}: processor time`,
        unit: 's',
        ...of('cpuSeconds'),
        aim: { of: 'now', atMost: 1.1, today: 2.83 },
      },
      settings.quick,
    ),
    rowOf('start', { what, unit: 's', ...of('seconds') }),
  ];
}

/** Each from a new copy of its checkout, without anything left by an earlier start. */
async function firstStarts(env: Env, settings: RunSettings): Promise<Row[]> {
  const contenders = versionsOf(settings).map((version) => ({
    name: version.name,
    prepare: async () => () => startCopy(version, env),
  }));
  const turns = await takeTurns(contenders, Math.min(settings.rounds, FIRST_STARTS));
  return [
    rowOf('start', {
      what: 'the first start, with its build',
      unit: 's',
      now: turns.get('now') ?? [],
      before: turns.get('before'),
      aim: { of: 'now', atMost: 4, today: 11.5 },
    }),
  ];
}

const startCopy = (version: Checkout, env: Env): Promise<number> =>
  withOpened(async ({ keep }) => {
    const { path } = keep(await openFolder());
    const root = join(path, 'checkout');
    await copyCheckout(version.root, root);
    const fresh = { ...env, DATA_DIR: join(path, 'data'), TSX_DISABLE_CACHE: '1' };
    return (await startOnce({ ...version, root }, fresh)).seconds;
  });

/** All at once, so that all meet the same noise. */
function idle(env: Env, settings: RunSettings): Promise<Row[]> {
  return withOpened(async ({ keep }) => {
    const bots = [];
    for (const version of versionsOf(settings)) {
      const { path } = keep(await openFolder());
      bots.push({ name: version.name, bot: keep(await startBot(version, { ...env, DATA_DIR: join(path, 'data') })) });
    }
    await wait(IDLE_MS);
    const held = new Map(bots.map(({ name, bot }) => [name, memoryOf(bot.pid)]));
    const of = (figure: 'own' | 'resident') => ({
      now: [held.get('now')?.[figure] ?? Number.NaN],
      ...(held.has('before') && { before: [held.get('before')?.[figure] ?? Number.NaN] }),
    });
    const what = `idle after ${IDLE_MS / 1000} s, everything in one process`;
    return [
      rowOf('start', { what: `${what}: RssAnon`, unit: 'MB', ...of('own'), aim: { of: 'now', atMost: 150 } }),
      rowOf('start', { what: `${what}: RSS`, unit: 'MB', ...of('resident') }),
    ];
  });
}

async function startOnce(version: Checkout, env: Env): Promise<Start> {
  const bot = await startBot(version, env);
  const cpuSeconds = cpuWithEnded(bot.pid) / 1000;
  await bot.stop();
  return { seconds: bot.seconds, cpuSeconds };
}

async function copyCheckout(from: string, to: string): Promise<void> {
  for (const name of await readdir(from)) {
    if (!left.has(name)) await cp(join(from, name), join(to, name), { recursive: true });
  }
  await symlink(join(from, 'node_modules'), join(to, 'node_modules'));
}

async function openFolder() {
  const path = await mkdtemp(join(tmpdir(), 'qmbot-bench-'));
  return { path, stop: () => rm(path, { recursive: true }) };
}

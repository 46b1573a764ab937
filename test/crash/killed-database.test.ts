import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bot, loadBot } from './bot.ts';
import { type Ground, prepareGround } from './ground.ts';
import { killPoints } from './kill-everywhere.ts';
import { outcomeOf } from './outcome.ts';
import { type Mend, play, settle } from './play.ts';
import { openCrashStage } from './stage.ts';
import { playUndisturbed, type Trial } from './undisturbed.ts';

/** Long enough that the bot meets the gap, where somebody or its outbox asks for something. */
const AWAY_MS = 300;

let grounds: readonly Ground[];
let trials: Awaited<ReturnType<typeof playUndisturbed>>;

beforeAll(async () => {
  grounds = [await prepareGround(), await prepareGround()];
  const [ground] = grounds;
  if (ground) trials = await playUndisturbed(ground);
});

afterAll(() => Promise.all(grounds.map((ground) => ground.clear())));

/** False when the scenario ended before the point. The bot lives on. */
async function killDatabaseAt(
  ground: Ground,
  { before, scenario, undisturbed }: Trial,
  point: { readonly side: 'before' | 'after'; readonly n: number },
  bot: Bot,
): Promise<boolean> {
  const stage = await openCrashStage(ground, before);
  const database = ground.database();
  let killed = false;
  let over = false;
  const restarted = database.ended.then(async () => {
    if (over) return;
    killed = true;
    await wait(AWAY_MS);
    await ground.restartDatabase();
  });
  const mend: Mend = async () => {
    if (!killed) return false;
    await restarted;
    return true;
  };
  try {
    await stage.enter(bot);
    bot.arm({ at: 'database', ...point }, database.pid);
    await play(stage, scenario(stage), mend);
    bot.disarm();
    await settle(stage, mend);
    if (killed) await restarted;
    expect(await outcomeOf(ground, stage), `database killed ${point.side} its command ${point.n}`).toEqual(undisturbed);
    expect(bot.dead).toBe(false);
    return killed;
  } finally {
    over = true;
    await stage.close();
  }
}

test.for([
  ['create', 'before'],
  ['approve', 'before'],
  ['remind', 'before'],
] as const)(
  '%s: the database killed %s its commands, the bot lives and ends as if nothing had happened',
  async ([name, side]) => {
    const points = killPoints({ at: 'database', side }, trials[name].calls);
    let kills = 0;
    let over = false;
    await Promise.all(
      grounds.map(async (ground) => {
        const bot = loadBot(ground.program);
        try {
          while (!over) {
            const { value: n } = points.next();
            if (n !== undefined && (await killDatabaseAt(ground, trials[name], { side, n }, bot))) kills += 1;
            else over = true;
          }
        } finally {
          over = true;
          await bot.end();
        }
      }),
    );
    process.stdout.write(`${name} database killed: ${kills}\n`);
    expect(kills).toBeGreaterThan(1);
  },
);

import { expect } from 'vitest';
import { loadBot } from './bot.ts';
import type { Ground } from './ground.ts';
import type { Calls, KillPoint } from './orders.ts';
import { outcomeOf } from './outcome.ts';
import { type Cast, play, replaceBot, settle } from './play.ts';
import { openCrashStage } from './stage.ts';
import type { Trial } from './undisturbed.ts';

/** As many at a time as the machine that checks this has cores. */
const LANES = 2;

/** How many points of a scenario are taken, where `CRASH_ALL=1` does not ask for all. */
const SAMPLED: Readonly<Record<KillPoint['at'], number>> = { database: 3, http: 2 };

/**
 * The points to kill at: each, with no end; or a sample, spread over the calls that the undisturbed run made, which differs between the
 * sides.
 */
export function* killPoints({ at, side }: Omit<KillPoint, 'n'>, calls: Calls): Generator<number> {
  if (process.env.CRASH_ALL === '1') for (let n = 1; ; n++) yield n;
  const wanted = Math.min(SAMPLED[at], calls[at]);
  const offset = side === 'before' ? 0.25 : 0.75;
  for (let i = 0; i < wanted; i++) yield Math.ceil(((i + offset) / wanted) * calls[at]);
}

/**
 * Runs a scenario again and again, each time on a fresh copy of its beginning, and kills the bot at one point of a kind after the other,
 * until there are no more or it ends without having come to the point. Each run must come to what the undisturbed one came to.
 * Gives the number of kills. The process that took over after a kill is the one that is killed next.
 */
export async function killEverywhere(ground: Ground, trial: Trial, kind: Omit<KillPoint, 'n'>): Promise<number> {
  const points = killPoints(kind, trial.calls);
  let kills = 0;
  let over = false;
  async function lane(): Promise<void> {
    const load = () => loadBot(ground.program);
    const cast: Cast = { bot: load(), load };
    try {
      while (!over) {
        const { value: n } = points.next();
        if (n !== undefined && (await killAt(ground, trial, { ...kind, n }, cast))) kills += 1;
        else over = true;
      }
    } finally {
      over = true;
      await cast.bot.end();
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane));
  return kills;
}

/** False when the scenario ended before the point. */
async function killAt(
  ground: Ground,
  { before, scenario, undisturbed }: Trial,
  point: KillPoint,
  cast: Cast,
): Promise<boolean> {
  const victim = cast.bot;
  const mend = replaceBot(cast);
  const stage = await openCrashStage(ground, before);
  try {
    await stage.enter(victim);
    victim.arm(point);
    await play(stage, scenario(stage), mend);
    // What the bot does of its own accord may bring it to the point even now.
    if (!cast.bot.dead) cast.bot.disarm();
    await settle(stage, mend);
    expect(await outcomeOf(ground, stage), `killed ${point.side} ${point.at} call ${point.n}`).toEqual(undisturbed);
    return victim.dead;
  } finally {
    await stage.close();
  }
}

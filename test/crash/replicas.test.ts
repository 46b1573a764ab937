import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadBot } from './bot.ts';
import { type Ground, prepareGround } from './ground.ts';
import { outcomeOf } from './outcome.ts';
import { type Mend, play } from './play.ts';
import { openCrashStage } from './stage.ts';
import { playUndisturbed, trialNames } from './undisturbed.ts';

let ground: Ground;
let trials: Awaited<ReturnType<typeof playUndisturbed>>;

beforeAll(async () => {
  ground = await prepareGround();
  trials = await playUndisturbed(ground);
});

afterAll(() => ground.clear());

test.for(trialNames)('%s: two bots over one database, asked in turn, do everything once', async (name) => {
  const { before, scenario, undisturbed } = trials[name];
  const stage = await openCrashStage(ground, before);
  const bots = [loadBot(ground.program), loadBot(ground.program)];
  try {
    for (const bot of bots) await stage.enter(bot);
    const acts = scenario(stage).map((act, index) => () => {
      const bot = bots[index % bots.length];
      if (bot) stage.turnTo(bot);
      return act();
    });
    await play(stage, acts, () => Promise.resolve(false));
    expect(await outcomeOf(ground, stage)).toEqual(undisturbed);
  } finally {
    await stage.close();
    for (const bot of bots) await bot.end();
  }
});

/** Calls to the database after which the first bot is killed, where not after each until the fetching is over. */
const SAMPLE = [9, 24, 33];

test('keep: one of two bots is killed in the midst of fetching a file, and the other ends it: stored once, whole', async () => {
  const { before, scenario, undisturbed } = trials.keep;
  // Calls to the database while it takes the press, fetches the file and stores it piece by piece.
  for (const n of process.env.CRASH_ALL === '1' ? Array.from({ length: 60 }, (_, index) => index + 1) : SAMPLE) {
    const stage = await openCrashStage(ground, before);
    const [first, second] = [loadBot(ground.program), loadBot(ground.program)];
    try {
      for (const bot of [second, first]) await stage.enter(bot);
      const [send, press, sweep] = scenario(stage);
      if (!send || !press || !sweep) throw new Error('the scenario has three acts');
      let killed = false;
      const mend: Mend = async () => {
        if (killed || (await Promise.race([first.ended, wait(1_000)])) === undefined) return false;
        killed = true;
        stage.leave(first);
        stage.turnTo(second);
        // Longer than a lease of the one that died.
        stage.clock.advance(180_000);
        return true;
      };
      await play(stage, [send], mend);
      first.arm({ at: 'database', side: 'after', n });
      await play(stage, [press, sweep], mend);
      if (n > Math.max(...SAMPLE) && !killed) break;
      expect(killed, `never came to call ${n}`).toBe(true);
      expect(await outcomeOf(ground, stage), `killed after call ${n}`).toEqual(undisturbed);
    } finally {
      await stage.close();
      for (const bot of [first, second]) await bot.end();
    }
  }
});

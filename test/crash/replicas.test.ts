import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadBot } from './bot.ts';
import { type Ground, prepareGround } from './ground.ts';
import { outcomeOf } from './outcome.ts';
import { play } from './play.ts';
import { openStage } from './stage.ts';
import { playUndisturbed } from './undisturbed.ts';

let ground: Ground;
let trials: Awaited<ReturnType<typeof playUndisturbed>>;

beforeAll(async () => {
  ground = await prepareGround();
  trials = await playUndisturbed(ground);
});

afterAll(() => ground.clear());

test.for(['create', 'approve', 'remind', 'extend', 'monday'] as const)(
  '%s: two bots over one database, asked in turn, do everything once',
  async (name) => {
    const { before, scenario, undisturbed } = trials[name];
    const stage = await openStage(ground, before);
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
  },
);

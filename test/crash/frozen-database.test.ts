import { afterAll, beforeAll, expect, test } from 'vitest';
import { translate } from '../../src/i18n/translate.ts';
import { loadBot } from './bot.ts';
import { type Ground, prepareGround } from './ground.ts';
import { outcomeOf } from './outcome.ts';
import { play } from './play.ts';
import { openCrashStage } from './stage.ts';
import { playUndisturbed } from './undisturbed.ts';

let ground: Ground;

beforeAll(async () => {
  ground = await prepareGround();
});

afterAll(() => ground.clear());

test('a database that answers nothing for half a minute: people are told within three seconds, and nothing is lost', async () => {
  const { create } = await playUndisturbed(ground);
  const stage = await openCrashStage(ground, null);
  const bot = loadBot(ground.program);
  try {
    await stage.enter(bot);
    await stage.people.say('huang-tao', '/finding new');
    process.kill(ground.database().pid, 'SIGSTOP');
    try {
      const busy = [translate('zh-CN', 'error.busy'), translate('zh-CN', 'slack.slowForm')].join('|');
      const handedIn = stage.people.fill('huang-tao', { what: '3号机房门禁记录缺了三天', where: '3号机房' });
      await expect(handedIn).rejects.toThrow(new RegExp(busy));
    } finally {
      process.kill(ground.database().pid, 'SIGCONT');
    }
    stage.clock.advance(30_000);
    await bot.clock(stage.clock.now());
    // The form is still open; what was handed in may yet arrive, and handed in again it is the same finding.
    await play(stage, create.scenario(stage).slice(1), () => Promise.resolve(false));
    expect(await outcomeOf(ground, stage)).toEqual(create.undisturbed);
    expect(bot.dead).toBe(false);
  } finally {
    await stage.close();
    await bot.end();
  }
});

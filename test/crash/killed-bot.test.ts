import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadBot } from './bot.ts';
import { type Ground, prepareGround } from './ground.ts';
import { killEverywhere, type Trial } from './kill-everywhere.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { play } from './play.ts';
import { approve, create, remind, type Scenario, writeReport } from './scenarios.ts';
import { openStage, type Snapshot } from './stage.ts';

let ground: Ground;
let trials: Readonly<Record<'create' | 'approve' | 'remind', Trial>>;

/** Plays a scenario with nothing going wrong; gives what it came to, and how things then stand. */
async function undisturbed(
  before: Snapshot | null,
  scenario: Scenario,
): Promise<{ outcome: Outcome; after: Snapshot }> {
  const stage = await openStage(ground, before);
  const load = () => loadBot(ground.program);
  const cast = { bot: load(), load };
  try {
    await stage.enter(cast.bot);
    await play(stage, scenario(stage), cast);
    const outcome = await outcomeOf(ground, stage);
    await cast.bot.stop();
    stage.leave(cast.bot);
    return { outcome, after: await stage.snapshot() };
  } finally {
    await stage.close();
    await cast.bot.end();
  }
}

beforeAll(async () => {
  ground = await prepareGround();
  const created = await undisturbed(null, create);
  const written = await undisturbed(created.after, writeReport);
  const approved = await undisturbed(written.after, approve);
  const reminded = await undisturbed(created.after, remind);
  trials = {
    create: { ground, before: null, scenario: create, undisturbed: created.outcome },
    approve: { ground, before: written.after, scenario: approve, undisturbed: approved.outcome },
    remind: { ground, before: created.after, scenario: remind, undisturbed: reminded.outcome },
  };
});

afterAll(() => ground.clear());

test('the undisturbed runs end as they should', () => {
  const { create: created, approve: approved, remind: reminded } = trials;
  expect(created.undisturbed.records).toMatchObject([{ type: 'finding', state: 'issued', left: [], pending: 0 }]);
  expect(approved.undisturbed.records).toMatchObject([
    { type: 'action', left: [], pending: 0 },
    { type: 'finding', state: 'acting', left: [], pending: 0 },
  ]);
  expect(reminded.undisturbed.posts.filter(({ key }) => key.startsWith('due-reminders'))).toMatchObject([
    { channel: 'U0WANGLEI', text: expect.stringContaining('门禁记录缺失') },
  ]);
  for (const { faults, posts } of [created.undisturbed, approved.undisturbed, reminded.undisturbed]) {
    expect(faults).toEqual([]);
    expect(posts.length).toBeGreaterThan(3);
    expect(new Set(posts.map(({ key }) => key)).size).toBe(posts.length);
  }
});

test.for([
  ['create', 'database', 'before'],
  ['create', 'database', 'after'],
  ['create', 'http', 'before'],
  ['create', 'http', 'after'],
  ['approve', 'database', 'before'],
  ['approve', 'database', 'after'],
  ['approve', 'http', 'before'],
  ['approve', 'http', 'after'],
  ['remind', 'database', 'before'],
  ['remind', 'database', 'after'],
  ['remind', 'http', 'before'],
  ['remind', 'http', 'after'],
] as const)('%s: killed at every %s call, %s it, the bot ends as if nothing had happened', async ([name, at, side]) => {
  const kills = await killEverywhere(trials[name], { at, side });
  process.stdout.write(`${name} ${side} ${at}: ${kills} kills\n`);
  expect(kills).toBeGreaterThan(at === 'database' ? 10 : 1);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ground, prepareGround } from './ground.ts';
import { killEverywhere } from './kill-everywhere.ts';
import { playUndisturbed, type Trial, trialNames } from './undisturbed.ts';

let ground: Ground;
let trials: Awaited<ReturnType<typeof playUndisturbed>>;

beforeAll(async () => {
  ground = await prepareGround();
  trials = await playUndisturbed(ground);
});

afterAll(() => ground.clear());

/** The findings and actions that a run left; the quarter's visit, which the bot plans by itself each time, is none of them. */
const ofFindings = ({ undisturbed }: Trial) =>
  undisturbed.records.filter(({ type }) => type === 'finding' || type === 'action');

test('the undisturbed runs end as they should', () => {
  const { create: created, approve: approved, remind: reminded, extend: extended } = trials;
  expect(ofFindings(created)).toMatchObject([{ type: 'finding', state: 'issued', left: [], pending: 0 }]);
  expect(ofFindings(approved)).toMatchObject([
    { type: 'action', left: [], pending: 0 },
    { type: 'finding', state: 'acting', left: [], pending: 0 },
  ]);
  expect(reminded.undisturbed.posts.filter(({ key }) => key.startsWith('due-reminders'))).toMatchObject([
    { channel: 'U0WANGLEI', text: expect.stringContaining('门禁记录缺失') },
    // Nobody has confirmed for three working days: that is told above.
    { channel: 'U0ZHOUMIN', text: expect.stringContaining('门禁记录缺失') },
  ]);
  expect(ofFindings(extended)).toMatchObject([{ state: 'issued', left: [], pending: 0 }]);
  expect(extended.undisturbed.posts.some(({ text }) => text.includes('延期到 2026年12月4日'))).toBe(true);
  const { intake: taken, callBack: called, sign: signed } = trials;
  const statesIn = ({ undisturbed }: Trial, wanted: string) =>
    undisturbed.records.flatMap(({ type, state }) => (type === wanted ? [state] : []));
  expect([statesIn(taken, 'incident'), statesIn(taken, 'callBack')]).toEqual([['handling', 'resolved'], ['due']]);
  expect([statesIn(called, 'incident'), statesIn(called, 'callBack')]).toEqual([['closed', 'handling'], ['reached']]);
  expect(statesIn(signed, 'serviceReport')).toEqual(['signed']);
  expect(signed.undisturbed.files).toBe(1);
  expect(signed.undisturbed.records).toContainEqual(
    expect.objectContaining({ type: 'incident', moves: ['create', 'resolve', 'rated', 'calledBack'] }),
  );
  const ofMonday = trials.monday.undisturbed.posts.map(({ key }) => key.split(':')[0]);
  expect(ofMonday).toContain('weekly-digest');
  expect(ofMonday).toContain('due-reminders');
  for (const { faults, posts, twice } of Object.values(trials).map(({ undisturbed }) => undisturbed)) {
    expect(faults).toEqual([]);
    expect(posts.length).toBeGreaterThan(3);
    expect(twice).toEqual([]);
  }
});

/** Whoever waits longer gets every point: `CRASH_ALL=1 npm run test:crash`, of one scenario with `-- -t 'intake:'`. */
const points = trialNames.flatMap((name) =>
  (['database', 'http'] as const).flatMap((at) =>
    (['before', 'after'] as const).map((side) => [name, at, side] as const),
  ),
);

test.for(points)(
  '%s: killed at its %s calls, %s them, the bot ends as if nothing had happened',
  async ([name, at, side]) => {
    const kills = await killEverywhere(ground, trials[name], { at, side });
    process.stdout.write(`${name} ${side} ${at}: ${kills} kills\n`);
    expect(kills).toBeGreaterThan(at === 'database' ? 1 : 0);
  },
);

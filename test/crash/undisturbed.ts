import { loadBot } from './bot.ts';
import type { Ground } from './ground.ts';
import type { Calls } from './orders.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { play } from './play.ts';
import {
  approve,
  callBack,
  create,
  extend,
  handOver,
  intake,
  keep,
  monday,
  remind,
  type Scenario,
  sign,
  snooze,
  writeReport,
} from './scenarios.ts';
import { openCrashStage, type Snapshot } from './stage.ts';

/** One scenario: how things stand before it, and what it comes to, with how many calls, if nothing goes wrong. */
export interface Trial {
  readonly before: Snapshot | null;
  readonly scenario: Scenario;
  readonly undisturbed: Outcome;
  readonly calls: Calls;
}

/** Everything that is played. */
export const trialNames = [
  'create',
  'approve',
  'remind',
  'snooze',
  'extend',
  'monday',
  'keep',
  'intake',
  'callBack',
  'sign',
] as const;
export type Trials = Readonly<Record<(typeof trialNames)[number], Trial>>;

/** Plays everything with nothing going wrong. */
export async function playUndisturbed(ground: Ground): Promise<Trials> {
  const [created, delivered] = await Promise.all([playOnce(ground, null, create), playOnce(ground, null, intake)]);
  // Two at a time: as many as the machine that checks this has cores.
  const [{ written, approved, extended, kept }, { reminded, snoozed, digested, called, handed, signed }] =
    await Promise.all([
      (async () => {
        const written = await playOnce(ground, created.after, writeReport);
        const approved = await playOnce(ground, written.after, approve);
        const extended = await playOnce(ground, created.after, extend);
        return { written, approved, extended, kept: await playOnce(ground, created.after, keep) };
      })(),
      (async () => {
        const reminded = await playOnce(ground, created.after, remind);
        const snoozed = await playOnce(ground, reminded.after, snooze);
        const digested = await playOnce(ground, created.after, monday);
        const called = await playOnce(ground, delivered.after, callBack);
        const handed = await playOnce(ground, delivered.after, handOver);
        return { reminded, snoozed, digested, called, handed, signed: await playOnce(ground, handed.after, sign) };
      })(),
    ]);
  return {
    create: trial(null, create, created),
    approve: trial(written.after, approve, approved),
    remind: trial(created.after, remind, reminded),
    snooze: trial(reminded.after, snooze, snoozed),
    keep: trial(created.after, keep, kept),
    extend: trial(created.after, extend, extended),
    monday: trial(created.after, monday, digested),
    intake: trial(null, intake, delivered),
    callBack: trial(delivered.after, callBack, called),
    sign: trial(handed.after, sign, signed),
  };
}

const trial = (before: Snapshot | null, scenario: Scenario, { outcome, calls }: Played): Trial => ({
  before,
  scenario,
  undisturbed: outcome,
  calls,
});

interface Played {
  readonly outcome: Outcome;
  readonly calls: Calls;
  readonly after: Snapshot;
}

async function playOnce(ground: Ground, before: Snapshot | null, scenario: Scenario): Promise<Played> {
  const stage = await openCrashStage(ground, before);
  const bot = loadBot(ground.program);
  try {
    await stage.enter(bot);
    bot.disarm();
    await play(stage, scenario(stage), () => Promise.resolve(false));
    const calls = await bot.calls();
    const outcome = await outcomeOf(ground, stage);
    await bot.stop();
    stage.leave(bot);
    return { outcome, calls, after: await stage.snapshot() };
  } finally {
    await stage.close();
    await bot.end();
  }
}

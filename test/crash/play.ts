import { setTimeout as wait } from 'node:timers/promises';
import { type Bot, BotDied } from './bot.ts';
import { Unacknowledged } from './people.ts';
import type { Act } from './scenarios.ts';
import type { Stage } from './stage.ts';

/** Longer than any lease of a process that died. */
const AFTER_A_CRASH_MS = 180_000;
/** How long a process may take to be gone after its answer broke off. */
const DYING_MS = 1_000;
const MOST_TRIES = 10;

/** A bot that is in the play, and how to get another. */
export interface Cast {
  bot: Bot;
  readonly load: () => Bot;
}

/**
 * Plays acts to the end: one that the bot does not take is done again; a bot that was killed is started again, three minutes later.
 * Fails if a bot dies by itself.
 */
export async function play(stage: Stage, acts: readonly Act[], cast: Cast): Promise<void> {
  for (const act of acts) {
    const attempt = act();
    for (let tries = 1; !(await taken(attempt, cast.bot)); tries++) {
      if (tries === MOST_TRIES) throw new Error('an act was never taken');
      if (cast.bot.dead) await replace(stage, cast);
    }
    while (!(await settled(stage))) await replace(stage, cast);
  }
}

async function taken(attempt: () => Promise<void>, bot: Bot): Promise<boolean> {
  try {
    await attempt();
    return true;
  } catch (error) {
    if (!(error instanceof Unacknowledged)) throw error;
    await Promise.race([bot.ended, wait(DYING_MS)]);
    return false;
  }
}

async function settled(stage: Stage): Promise<boolean> {
  try {
    await stage.settle();
    return true;
  } catch (error) {
    if (!(error instanceof BotDied)) throw error;
    return false;
  }
}

async function replace(stage: Stage, cast: Cast): Promise<void> {
  const how = await cast.bot.ended;
  if (how !== 'SIGKILL') throw new Error(`the bot ended with ${how}: ${cast.bot.logged.slice(-20).join('')}`);
  stage.leave(cast.bot);
  stage.clock.advance(AFTER_A_CRASH_MS);
  cast.bot = cast.load();
  await stage.enter(cast.bot);
}

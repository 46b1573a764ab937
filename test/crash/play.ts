import { setTimeout as wait } from 'node:timers/promises';
import type { Bot } from './bot.ts';
import { Unacknowledged } from './people.ts';
import type { Act } from './scenarios.ts';
import type { Stage } from './stage.ts';

/** Longer than any lease of a process that died. */
const AFTER_A_CRASH_MS = 180_000;
/** How long a process may take to be gone after its answer broke off. */
const DYING_MS = 1_000;
const MOST_TRIES = 10;

/** Sets right what was killed, on a stage. False if nothing was. */
export type Mend = (stage: Stage) => Promise<boolean>;

/** Plays acts to the end: one that the bot does not take is done again, and what was killed is mended. */
export async function play(stage: Stage, acts: readonly Act[], mend: Mend): Promise<void> {
  for (const act of acts) {
    const attempt = act();
    for (let tries = 1; !(await taken(stage, attempt, mend)); tries++) {
      if (tries === MOST_TRIES) throw new Error('an act was never taken');
    }
    await settle(stage, mend);
  }
}

/** Lets everything come to rest, however often something must be mended for it. */
export async function settle(stage: Stage, mend: Mend): Promise<void> {
  try {
    await stage.settle();
  } catch (error) {
    if (!(await mend(stage))) throw error;
    await settle(stage, mend);
  }
}

async function taken(stage: Stage, attempt: () => Promise<void>, mend: Mend): Promise<boolean> {
  try {
    await attempt();
    return true;
  } catch (error) {
    if (!(error instanceof Unacknowledged)) throw error;
    await mend(stage);
    return false;
  }
}

/** A bot that may be killed, and how to get another. */
export interface Cast {
  bot: Bot;
  readonly load: () => Bot;
}

/** Has a bot that was killed started again, some minutes later. Fails if it died by itself. */
export function replaceBot(cast: Cast): Mend {
  return async (stage) => {
    await Promise.race([cast.bot.ended, wait(DYING_MS)]);
    if (!cast.bot.dead) return false;
    const how = await cast.bot.ended;
    if (how !== 'SIGKILL') throw new Error(`the bot ended with ${how}: ${cast.bot.logged.slice(-20).join('')}`);
    stage.leave(cast.bot);
    stage.clock.advance(AFTER_A_CRASH_MS);
    cast.bot = cast.load();
    await stage.enter(cast.bot);
    return true;
  };
}

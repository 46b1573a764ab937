import type { ChatAdapter, LookUp } from '../chat/port.ts';
import { type Carrier, claim, type Job, postpone, reasonOf } from './carrier.ts';
import { complete } from './complete-post.ts';
import type { PostEffect } from './draw.ts';

/**
 * Finds out whether a send that was begun stands. When it surely does not, the effect is made ready to be sent again; when
 * nobody can say, it is asked again for a while and then shown as unknown: never repeated blindly.
 */
export async function carryOutLookUp(carrier: Carrier, job: Job, effect: PostEffect, begun: Date): Promise<void> {
  const { adapters, pace, clock, me } = carrier;
  const adapter = adapters.get(effect.route);
  if (!adapter || !(await claim(carrier, job, effect, begun))) return;
  pace.take(effect.key);
  const found = await lookUp(adapter, effect, begun);
  switch (found.found) {
    case 'yes':
      // Which version it shows is not known; 0 has it drawn anew.
      return complete(carrier, job, effect, { place: found.place, shownVersion: 0, postedAt: begun });
    case 'no': {
      const { attempts } = effect;
      const ready = { status: 'waiting', attempts, notBefore: clock.now(), begun: null, reason: 'not sent' } as const;
      await job.store.postpone(job.document.id, effect.key, me, ready);
      return;
    }
    case 'unclear': {
      const end = { status: 'unknown', after: mostAttempts(carrier, begun) } as const;
      return postpone(carrier, job, effect, { reason: found.reason, begun, end });
    }
    default:
      return found satisfies never;
  }
}

/** A platform that is away for a while answers nothing clear either, so that neither tries nor time alone end it. */
function mostAttempts({ clock, options }: Carrier, begun: Date): number {
  const age = clock.now().getTime() - begun.getTime();
  return age > options.lookUpForMs ? options.mostLookUps : Number.POSITIVE_INFINITY;
}

async function lookUp(adapter: ChatAdapter, effect: PostEffect, begun: Date): Promise<LookUp> {
  try {
    return await adapter.lookUp(effect.target, effect.key, begun);
  } catch (error) {
    return { found: 'unclear', reason: reasonOf(error) };
  }
}

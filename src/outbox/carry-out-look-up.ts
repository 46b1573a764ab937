import type { ChatAdapter, LookUp } from '../chat/port.ts';
import { type Carrier, claimOf, postpone, reasonOf } from './carrier.ts';
import type { EffectChange } from './change.ts';
import { completePost } from './complete-post.ts';
import type { PostEffect } from './draw.ts';
import type { Work } from './work.ts';

/**
 * Finds out whether a send that was begun stands. When it surely does not, the effect is made ready to be sent again; when
 * nobody can say, it is asked again for a while and then shown as unknown: never repeated blindly.
 */
export function carryOutLookUp(carrier: Carrier, adapter: ChatAdapter, effect: PostEffect, begun: Date): Work {
  return {
    names: [effect.key],
    claims: [claimOf(carrier, effect, begun, carrier.options.leaseMs)],
    async run() {
      carrier.pace.take(effect.key);
      return [settle(carrier, effect, begun, await lookUp(adapter, effect, begun))];
    },
  };
}

function settle(carrier: Carrier, effect: PostEffect, begun: Date, found: LookUp): EffectChange {
  switch (found.found) {
    case 'yes':
      // Which version it shows is not known; 0 has it drawn again.
      return completePost(effect, { place: found.place, shownVersion: 0, postedAt: begun });
    case 'no': {
      const { key, attempts } = effect;
      const notBefore = carrier.clock.now();
      const postponement = { status: 'waiting', attempts, notBefore, begun: null, reason: 'not sent' } as const;
      return { change: 'postpone', key, postponement };
    }
    case 'unclear': {
      const end = { status: 'unknown', after: mostAttempts(carrier, begun) } as const;
      return postpone(carrier, effect, { reason: found.reason, begun, end });
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

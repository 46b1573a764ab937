import type { ChatAdapter, LookUp } from '../chat/port.ts';
import { type Carrier, claimOf, postpone, reasonOf } from './carrier.ts';
import type { EffectChange } from './change.ts';
import { completePost } from './complete-post.ts';
import type { PostEffect } from './draw.ts';
import type { Work } from './work.ts';

/**
 * Finds out whether a send that was begun arrived. If it definitely did not, the effect is made ready to be sent again; if that cannot be determined,
 * it is checked again for a while and then reported as unknown: never repeated blindly.
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
      // The version it shows is unknown; 0 causes a refresh.
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

/** A platform that is down for a while gives no clear answer either, so it takes both attempts and time to give up. */
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

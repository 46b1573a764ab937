import { routeOf } from './card-place.ts';
import type { Carrier, Job } from './carrier.ts';
import { carryOutCore } from './carry-out-core.ts';
import { carryOutFetch } from './carry-out-fetch.ts';
import { carryOutLetter } from './carry-out-letter.ts';
import { carryOutLookUp } from './carry-out-look-up.ts';
import { carryOutSend, carryOutStrand } from './carry-out-post.ts';
import { carryOutRefresh } from './carry-out-refresh.ts';
import { carryOutRenewal, carryOutReplace } from './carry-out-renewal.ts';
import type { PlanStep } from './plan.ts';
import type { Work } from './work.ts';

/** Prepares the steps of a plan for execution; those that reach no platform and can be done together are merged into one. */
export async function prepareWork(carrier: Carrier, job: Job, steps: readonly PlanStep[]): Promise<Work[]> {
  const core = steps.flatMap((one) => (one.step === 'core' ? [one.effect] : []));
  const others = await Promise.all(steps.map((step) => prepareStep(carrier, job, step)));
  return [...carryOutCore(carrier, job, core), ...others.flat()];
}

async function prepareStep(carrier: Carrier, job: Job, step: PlanStep): Promise<Work[]> {
  const adapterOf = (route: string) => carrier.adapters.get(route);
  switch (step.step) {
    case 'send': {
      const adapter = adapterOf(step.effect.route);
      return adapter ? [await carryOutSend(carrier, job, adapter, step.effect)] : [];
    }
    case 'lookUp': {
      const adapter = adapterOf(step.effect.route);
      return adapter ? [carryOutLookUp(carrier, adapter, step.effect, step.begun)] : [];
    }
    case 'drop': {
      const { key } = step.effect;
      carrier.pace.take(key);
      return [{ names: [key], claims: [], run: async () => [{ change: 'drop', key }] }];
    }
    case 'strand':
      return [carryOutStrand(carrier, step.effect)];
    case 'core':
      return [];
    case 'fetch':
      return [carryOutFetch(carrier, job, step.effect)];
    case 'letter':
      return [carryOutLetter(carrier, job, step.effect)];
    case 'refresh': {
      const adapter = adapterOf(routeOf(step.card));
      return adapter ? [carryOutRefresh(carrier, job, adapter, step.card, step.retired)] : [];
    }
    case 'replace':
      return [carryOutReplace(carrier, job, step.card)];
    case 'renew':
      return [carryOutRenewal(carrier, job, step.card, step.refreshableUntil)];
    default:
      return step satisfies never;
  }
}

import { proposal } from '../../src/quality/proposal/proposal.ts';
import { openServiceDesk, serving } from '../quality/incident/incident-in.ts';
import { proposalIn, states as proposalStates } from '../quality/proposal/proposal-in.ts';
import { moveSamples } from './form-samples.ts';
import { cardsOf } from './record-samples.ts';
import type { Sample } from './sample.ts';
import { seated } from './seats.ts';

const org = seated(serving());

const proposals: readonly Sample[] = [
  ...proposalStates.flatMap((state) => {
    const record = proposalIn(openServiceDesk(), state);
    return cardsOf({ name: `proposal.${state}`, type: proposal, record, reader: 'chen-jing', org });
  }),
  ...moveSamples(proposal, proposalIn(openServiceDesk(), 'proposed'), 'decline', 'chen-jing', org),
];

/** Every state of the customers' voice, and every form that it asks. */
export const voiceSamples: readonly Sample[] = [...proposals];

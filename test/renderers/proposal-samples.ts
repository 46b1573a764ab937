import { proposal } from '../../src/quality/proposal/proposal.ts';
import { openServiceDesk, serving } from '../quality/incident/incident-in.ts';
import { proposalIn, states } from '../quality/proposal/proposal-in.ts';
import { moveSamples } from './form-samples.ts';
import { cardsOf } from './record-samples.ts';
import type { Sample } from './sample.ts';
import { seated } from './seats.ts';

const org = seated(serving());

/** Every state of a proposal, and its form. */
export const proposalSamples: readonly Sample[] = [
  ...states.flatMap((state) => {
    const record = proposalIn(openServiceDesk(), state);
    return cardsOf({ name: `proposal.${state}`, type: proposal, record, reader: 'chen-jing', org });
  }),
  ...moveSamples(proposal, proposalIn(openServiceDesk(), 'proposed'), 'decline', 'chen-jing', org),
];

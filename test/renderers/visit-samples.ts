import { commitment } from '../../src/quality/commitment/commitment.ts';
import { visit } from '../../src/quality/visit/visit.ts';
import { newForm } from '../../src/records/card/draw-form.ts';
import { openServiceDesk, serving } from '../quality/incident/incident-in.ts';
import { commitmentIn, commitmentStates, states, visitIn } from '../quality/visit/visit-in.ts';
import { moveSamples, samplesOf } from './form-samples.ts';
import { cardsOf } from './record-samples.ts';
import type { Sample } from './sample.ts';
import { seated } from './seats.ts';

const org = seated(serving());

/** The moves of a visit that have a form, in a state in which each is made, and by whom. */
const askedOfVisits = [
  ['agree', 'planned', 'wang-lei'],
  ['write', 'agreed', 'liu-yang'],
  ['commit', 'written', 'liu-yang'],
  ['cancel', 'planned', 'wang-lei'],
] as const;

/** The moves of a commitment that have a form. */
const askedOfCommitments = ['complete', 'transfer', 'drop'] as const;

/** Every state of a visit and of a commitment, and every form that they ask. */
export const visitSamples: readonly Sample[] = [
  ...states.flatMap((state) =>
    cardsOf({
      name: `visit.${state}`,
      type: visit,
      record: visitIn(openServiceDesk(), state),
      reader: 'wang-lei',
      org,
    }),
  ),
  ...samplesOf('visit.new', 'wang-lei', (view) => ({ kind: 'form', form: newForm(visit, view) }), org),
  ...askedOfVisits.flatMap(([move, state, by]) => moveSamples(visit, visitIn(openServiceDesk(), state), move, by, org)),
  ...commitmentStates.flatMap((state) => {
    const record = commitmentIn(openServiceDesk(), state);
    return cardsOf({ name: `commitment.${state}`, type: commitment, record, reader: 'liu-yang', org });
  }),
  ...askedOfCommitments.flatMap((move) =>
    moveSamples(commitment, commitmentIn(openServiceDesk(), 'open'), move, 'wang-lei', org),
  ),
];

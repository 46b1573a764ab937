import { commitment } from '../../src/quality/commitment/commitment.ts';
import { complaint } from '../../src/quality/complaint/complaint.ts';
import { proposal } from '../../src/quality/proposal/proposal.ts';
import { visit } from '../../src/quality/visit/visit.ts';
import { newForm } from '../../src/records/card/draw-form.ts';
import { complaintIn, states as complaintStates, received } from '../quality/complaint/complaint-in.ts';
import { openServiceDesk, serving } from '../quality/incident/incident-in.ts';
import { proposalIn, states as proposalStates } from '../quality/proposal/proposal-in.ts';
import { commitmentIn, commitmentStates, visitIn, states as visitStates } from '../quality/visit/visit-in.ts';
import { askedOfCommitments, askedOfComplaints, askedOfVisits } from './asked-of-voice.ts';
import { moveSamples, samplesOf } from './form-samples.ts';
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

const complaints: readonly Sample[] = [
  ...complaintStates.flatMap((state) => {
    const record = complaintIn(openServiceDesk(), state);
    const reader = state === 'escalated' ? 'chen-jing' : 'wu-qiang';
    return cardsOf({ name: `complaint.${state}`, type: complaint, record, reader, org });
  }),
  ...cardsOf({
    name: 'complaint.wordless',
    type: complaint,
    record: received(openServiceDesk(), { wordless: true }, 'xu-fang'),
    reader: 'xu-fang',
    org,
  }),
  ...samplesOf('complaint.new', 'xu-fang', (view) => ({ kind: 'form', form: newForm(complaint, view) }), org),
  ...askedOfComplaints.flatMap(([move, state, by]) =>
    moveSamples(complaint, complaintIn(openServiceDesk(), state), move, by, org),
  ),
];

const visits: readonly Sample[] = [
  ...visitStates.flatMap((state) =>
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

/** Every state of the customers' voice, and every form that it asks. */
export const voiceSamples: readonly Sample[] = [...proposals, ...complaints, ...visits];

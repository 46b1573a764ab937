import { complaint } from '../../src/quality/complaint/complaint.ts';
import { newForm } from '../../src/records/card/draw-form.ts';
import { complaintIn, received, states } from '../quality/complaint/complaint-in.ts';
import { openServiceDesk, serving } from '../quality/incident/incident-in.ts';
import { moveSamples, samplesOf } from './form-samples.ts';
import { cardsOf } from './record-samples.ts';
import type { Sample } from './sample.ts';
import { seated } from './seats.ts';

const org = seated(serving());

/** The moves of a complaint that have a form, in a state in which each is made, and by whom. */
const askedOfComplaints = [
  ['assign', 'received', 'wang-lei'],
  ['acknowledge', 'received', 'wu-qiang'],
  ['putInWords', 'received', 'wu-qiang'],
  ['investigate', 'investigating', 'wu-qiang'],
  ['answer', 'investigating', 'wu-qiang'],
  ['answerEscalated', 'escalated', 'chen-jing'],
  ['react', 'answered', 'wu-qiang'],
  ['adopt', 'assessing', 'wu-qiang'],
  ['notAdopt', 'assessing', 'wu-qiang'],
  ['close', 'accepted', 'wu-qiang'],
  ['closeUnsettled', 'answered', 'chen-jing'],
  ['withdraw', 'received', 'wu-qiang'],
  ['reopen', 'closed', 'xu-fang'],
] as const;

/** Every state of a complaint, and every form that it asks. */
export const complaintSamples: readonly Sample[] = [
  ...states.flatMap((state) => {
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

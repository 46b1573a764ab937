import { incident } from '../../src/quality/incident/incident.ts';
import { newForm } from '../../src/records/card/draw-form.ts';
import { incidentIn, openServiceDesk, type StateName, serving } from '../quality/incident/incident-in.ts';
import { moveSamples, samplesOf } from './form-samples.ts';
import { askedOfIncidents } from './incident-forms.ts';
import { cardsOf } from './record-samples.ts';
import type { Sample } from './sample.ts';
import { seated } from './seats.ts';

const org = seated(serving());

/** Who reads an incident's card in a direct message, by its state. */
const readers: readonly (readonly [StateName, string])[] = [
  ['reported', 'wu-qiang'],
  ['handling', 'wu-qiang'],
  ['waiting', 'wu-qiang'],
  ['resolved', 'xu-fang'],
  ['called', 'xu-fang'],
  ['closed', 'xu-fang'],
  ['cancelled', 'emily'],
];

/** Every state of an incident, and every form that it asks. */
export const incidentSamples: readonly Sample[] = [
  ...readers.flatMap(([state, reader]) =>
    cardsOf({ name: `incident.${state}`, type: incident, record: incidentIn(openServiceDesk(), state), reader, org }),
  ),
  ...samplesOf('incident.new', 'xu-fang', (view) => ({ kind: 'form', form: newForm(incident, view) }), org),
  ...askedOfIncidents.flatMap((move) => {
    const state = incident.moves[move]?.from.includes('reported') ? 'reported' : 'handling';
    const late = incident.moves[move]?.from.includes('resolved') ? 'resolved' : state;
    return moveSamples(incident, incidentIn(openServiceDesk(), late), move, 'xu-fang', org);
  }),
];

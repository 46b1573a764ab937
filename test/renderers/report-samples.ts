import { satisfactionReport } from '../../src/quality/satisfaction-report/satisfaction-report.ts';
import { openServiceDesk, serving } from '../quality/incident/incident-in.ts';
import { reportIn, states } from '../quality/satisfaction-report/satisfaction-report-in.ts';
import { moveSamples } from './form-samples.ts';
import { cardsOf } from './record-samples.ts';
import type { Sample } from './sample.ts';
import { seated } from './seats.ts';

const org = seated(serving());

/** Every state of a satisfaction report, and every form that it asks. */
export const reportSamples: readonly Sample[] = [
  ...states.flatMap((state) => {
    const record = reportIn(openServiceDesk(), state);
    const reader = state === 'submitted' ? 'zhou-min' : 'li-na';
    return cardsOf({ name: `satisfactionReport.${state}`, type: satisfactionReport, record, reader, org });
  }),
  ...moveSamples(satisfactionReport, reportIn(openServiceDesk(), 'drafted'), 'write', 'li-na', org),
  ...moveSamples(satisfactionReport, reportIn(openServiceDesk(), 'submitted'), 'sendBack', 'zhou-min', org),
];

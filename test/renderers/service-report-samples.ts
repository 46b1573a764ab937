import { serviceReport } from '../../src/quality/service-report/service-report.ts';
import { newForm } from '../../src/records/card/draw-form.ts';
import { serving } from '../quality/incident/incident-in.ts';
import { openReportDesk, reportIn, type StateName } from '../quality/service-report/report-in.ts';
import { moveSamples, samplesOf } from './form-samples.ts';
import { cardsOf } from './record-samples.ts';
import type { Sample } from './sample.ts';
import { seated } from './seats.ts';

const org = seated(serving());

/** The moves of a service report that have a form, and in which state they are asked. */
const askedOfReports = {
  prepare: 'draft',
  paper: 'awaiting',
  sendBack: 'signed',
  cancel: 'draft',
} as const;

/** Who reads a service report's card in a direct message, by its state. */
const readers: readonly (readonly [StateName, string])[] = [
  ['draft', 'wu-qiang'],
  ['awaiting', 'wu-qiang'],
  ['signed', 'xu-fang'],
  ['unsigned', 'xu-fang'],
  ['closed', 'wu-qiang'],
  ['cancelled', 'wu-qiang'],
];

/** Every state of a service report, and every form that it asks. */
export const serviceReportSamples: readonly Sample[] = [
  ...readers.flatMap(([state, reader]) =>
    cardsOf({
      name: `serviceReport.${state}`,
      type: serviceReport,
      record: reportIn(openReportDesk(), state),
      reader,
      org,
    }),
  ),
  ...samplesOf('serviceReport.new', 'wu-qiang', (view) => ({ kind: 'form', form: newForm(serviceReport, view) }), org),
  ...Object.entries(askedOfReports).flatMap(([move, state]) =>
    moveSamples(serviceReport, reportIn(openReportDesk(), state), move, 'xu-fang', org),
  ),
];

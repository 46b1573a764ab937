import { callBackSamples } from './call-back-samples.ts';
import { chartSamples } from './chart-samples.ts';
import { complaintSamples } from './complaint-samples.ts';
import { customerSamples } from './customer-samples.ts';
import { deskSamples } from './desk-samples.ts';
import { digestSamples } from './digest-samples.ts';
import { feedbackSamples } from './feedback-samples.ts';
import { formSamples } from './form-samples.ts';
import { helpSamples } from './help-samples.ts';
import { incidentSamples } from './incident-samples.ts';
import { listSamples } from './list-samples.ts';
import { proposalSamples } from './proposal-samples.ts';
import { recordSamples } from './record-samples.ts';
import { reportSamples } from './report-samples.ts';
import type { Sample } from './sample.ts';
import { serviceReportSamples } from './service-report-samples.ts';
import { serviceSamples } from './service-samples.ts';
import { statsSamples } from './stats-samples.ts';
import { surveySamples } from './survey-samples.ts';
import { visitSamples } from './visit-samples.ts';

/** Every card and form that the product shows. */
export const samples: readonly Sample[] = [
  ...recordSamples,
  ...formSamples,
  ...incidentSamples,
  ...callBackSamples,
  ...customerSamples,
  ...proposalSamples,
  ...complaintSamples,
  ...visitSamples,
  ...surveySamples,
  ...serviceSamples,
  ...feedbackSamples,
  ...statsSamples,
  ...reportSamples,
  ...serviceReportSamples,
  ...listSamples,
  ...helpSamples,
  ...chartSamples,
  ...digestSamples,
  ...deskSamples,
];

/** The samples by the file that their expected output stands in. */
export function samplesByName(): Map<string, Sample[]> {
  const byName = new Map<string, Sample[]>();
  for (const sample of samples) byName.set(sample.name, [...(byName.get(sample.name) ?? []), sample]);
  return byName;
}

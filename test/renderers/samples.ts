import { callBackSamples } from './call-back-samples.ts';
import { chartSamples } from './chart-samples.ts';
import { deskSamples } from './desk-samples.ts';
import { digestSamples } from './digest-samples.ts';
import { feedbackSamples } from './feedback-samples.ts';
import { formSamples } from './form-samples.ts';
import { incidentSamples } from './incident-samples.ts';
import { listSamples } from './list-samples.ts';
import { otherSamples } from './other-samples.ts';
import { recordSamples } from './record-samples.ts';
import { reportSamples } from './report-samples.ts';
import type { Sample } from './sample.ts';
import { servedSamples } from './served-samples.ts';
import { serviceReportSamples } from './service-report-samples.ts';
import { serviceSamples } from './service-samples.ts';
import { surveySamples } from './survey-samples.ts';
import { voiceSamples } from './voice-samples.ts';

/** Every card and form that the product shows. */
export const samples: readonly Sample[] = [
  ...recordSamples,
  ...formSamples,
  ...incidentSamples,
  ...callBackSamples,
  ...servedSamples,
  ...voiceSamples,
  ...surveySamples,
  ...serviceSamples,
  ...feedbackSamples,
  ...reportSamples,
  ...serviceReportSamples,
  ...listSamples,
  ...otherSamples,
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

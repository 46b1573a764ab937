import { monthlySummary } from './digest/monthly-summary.ts';
import { monthlyOccurrence } from './digest/occurrences.ts';
import { postToChannels } from './digest/post-to-channels.ts';

/** On the first working day of a month: the figures of the previous month, to each channel that gets digests. */
export const monthlySummaryJob = postToChannels({
  name: 'monthly-summary',
  word: 'summary',
  time: ({ settings }) => settings.digest.monthlyTime,
  turnOf: monthlyOccurrence,
  content: (channel, month, _site, context) => monthlySummary(channel, month, context),
});

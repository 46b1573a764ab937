import { monthlyOccurrence } from './digest/occurrences.ts';
import { postToChannels } from './digest/post-to-channels.ts';
import { monthlySatisfaction } from './digest/satisfaction.ts';

/** On the first working day of a month: the previous month's customer satisfaction with the services and in the surveys. */
export const monthlySatisfactionJob = postToChannels({
  name: 'monthly-satisfaction',
  word: 'satisfaction',
  time: ({ settings }) => settings.digest.monthlyTime,
  turnOf: monthlyOccurrence,
  content: (channel, month, _site, context) => monthlySatisfaction(channel, month, context),
});

import { monthlyOccurrence } from './digest/occurrences.ts';
import { postToChannels } from './digest/post-to-channels.ts';
import { monthlySatisfaction } from './digest/satisfaction.ts';

/** On the first working day of a month: how satisfied customers were with the services and in the surveys of the month before. */
export const monthlySatisfactionJob = postToChannels({
  name: 'monthly-satisfaction',
  word: 'satisfaction',
  time: ({ settings }) => settings.digest.monthlyTime,
  turnOf: monthlyOccurrence,
  content: (channel, month, _site, context) => monthlySatisfaction(channel, month, context),
});

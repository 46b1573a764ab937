import { gatherWeek } from './digest/gather-week.ts';
import { weeklyOccurrence } from './digest/occurrences.ts';
import { postToChannels } from './digest/post-to-channels.ts';

/**
 * Each Monday morning (settings): what is overdue in the departments that a channel serves, against the week before; in a line how satisfied
 * customers were then, and in another who is visited this week.
 */
export const weeklyDigestJob = postToChannels({
  name: 'weekly-digest',
  word: 'digest',
  time: ({ settings }) => settings.digest.time,
  turnOf: weeklyOccurrence,
  content: (channel, week, _site, context) => gatherWeek(channel, week, context),
});

import { gatherWeek } from './digest/gather-week.ts';
import { weeklyOccurrence } from './digest/occurrences.ts';
import { postToChannels } from './digest/post-to-channels.ts';

/**
 * Each Monday morning (settings): what is overdue in a channel's departments, compared with the week before; in one line customer
 * satisfaction in that week, and in another this week's visits.
 */
export const weeklyDigestJob = postToChannels({
  name: 'weekly-digest',
  word: 'digest',
  time: ({ settings }) => settings.digest.time,
  turnOf: weeklyOccurrence,
  content: (channel, week, _site, context) => gatherWeek(channel, week, context),
});

import { postToChannels } from './digest/post-to-channels.ts';
import { weeklyDigest } from './digest/weekly-figures.ts';
import { comparedWith, weeklyTurn } from './digest/weekly-turn.ts';

/** Each Monday morning (settings): what is overdue in the departments that a channel serves, against the week before. */
export const weeklyDigestJob = postToChannels({
  name: 'weekly-digest',
  word: 'digest',
  time: ({ settings }) => settings.digest.time,
  turnOf: weeklyTurn,
  content: (channel, week, site, context) =>
    weeklyDigest(channel, week, comparedWith(week, site, context.org), context),
});

import { postToChannels } from './digest/post-to-channels.ts';
import { satisfactionBefore } from './digest/satisfaction-figures.ts';
import { weeklyDigest } from './digest/weekly-figures.ts';
import { comparedWith, weeklyTurn } from './digest/weekly-turn.ts';

/**
 * Each Monday morning (settings): what is overdue in the departments that a channel serves, against the week before; and in a line how satisfied
 * customers were then.
 */
export const weeklyDigestJob = postToChannels({
  name: 'weekly-digest',
  word: 'digest',
  time: ({ settings }) => settings.digest.time,
  turnOf: weeklyTurn,
  content: async (channel, week, site, context) => ({
    ...(await weeklyDigest(channel, week, comparedWith(week, site, context.org), context)),
    satisfaction: await satisfactionBefore(channel, week, context),
  }),
});

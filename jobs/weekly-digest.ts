import { postToChannels } from './digest/post-to-channels.ts';
import { satisfactionBefore } from './digest/satisfaction-figures.ts';
import { visitsIn } from './digest/week-visits.ts';
import { weeklyDigest } from './digest/weekly-figures.ts';
import { comparedWith, weeklyTurn } from './digest/weekly-turn.ts';

/**
 * Each Monday morning (settings): what is overdue in the departments that a channel serves, against the week before; in a line how satisfied
 * customers were then, and in another who is visited this week.
 */
export const weeklyDigestJob = postToChannels({
  name: 'weekly-digest',
  word: 'digest',
  time: ({ settings }) => settings.digest.time,
  turnOf: weeklyTurn,
  async content(channel, week, site, context) {
    const digest = await weeklyDigest(channel, week, comparedWith(week, site, context.org), context);
    const satisfaction = await satisfactionBefore(channel, week, context);
    return { ...digest, satisfaction, visits: await visitsIn(channel, week, context) };
  },
});

import { z } from 'zod';
import { probe } from '../ground/checkout.ts';
import { type Row, rowOf } from '../report/row.ts';
import { type Path, versionsOf } from './path.ts';

const callsSchema = z.object({ issued: z.number(), answered: z.number() });
type Calls = z.infer<typeof callsSchema>;

/** How often Slack is called for a decision that redraws two cards and posts one. */
export const cardCalls: Path = {
  name: 'card-calls',
  about: 'calls to Slack of a decision with cards',
  inQuick: true,
  async measure(settings) {
    const counted: Partial<Record<'now' | 'before', Calls>> = {};
    for (const version of versionsOf(settings)) {
      counted[version.name] = callsSchema.parse(JSON.parse(await probe(version, 'card-calls')));
    }
    const { now, before } = counted;
    if (!now) return [];
    const row = (what: string, calls: keyof Calls, most: number): Row =>
      rowOf('card-calls', {
        what: `${what}: calls to Slack`,
        unit: 'a decision',
        now: [now[calls]],
        ...(before && { before: [before[calls]] }),
        aim: { of: 'now', atMost: most },
      });
    return [row('an observation is issued', 'issued', 9), row('it is answered', 'answered', 11)];
  },
};

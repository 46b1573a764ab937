import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { movedClock } from '../support/moved-clock.ts';
import type { WholeBot } from '../worlds/whole-bot.ts';
import type { Desk } from './desk.ts';
import { openOnFeishu, openOnSlack } from './everywhere.ts';
import type { PlatformName } from './stage.ts';

/** The service desk at work: the bot on one platform on a Monday at nine in Beijing, with a second agent beside Xu Fang. */
export interface ServiceStage {
  readonly desk: Desk;
  readonly scene: WholeBot;
  /** An incident of an ITSM tool that was resolved a minute ago; gives its number. */
  arrive(said: Arrival): Promise<string>;
  state(number: string): Promise<string | undefined>;
  stop(): Promise<void>;
  /** A user presses a button and fills in the form, if one opens; the bot then does all that follows. */
  press(person: string, number: string, button: string, answers?: Readonly<Record<string, string>>): Promise<void>;
}

/** The tool's report on it; `took` is how many minutes it took. */
interface Arrival {
  readonly title: string;
  readonly project?: 'metro-3' | 'city-cloud';
  readonly requester: string;
  readonly priority?: string;
  readonly took?: number;
}

export const agent = 'xu-fang';
export const colleague = 'huang-tao';

/** Opens it. */
export async function openServiceStage(
  platform: PlatformName,
  settings: Readonly<Record<string, string>> = {},
): Promise<ServiceStage> {
  const clock = movedClock('2026-11-23T01:00:00Z');
  const { desk, scene, stop } = await (platform === 'Slack' ? openOnSlack : openOnFeishu)(clock, {
    settings,
    org: withColleague,
  });
  let arrived = 0;
  return {
    desk,
    scene,
    async arrive({ title, project = 'metro-3', requester, priority = 'p3', took = 30 }) {
      arrived += 1;
      const at = (minutes: number) => new Date(clock.now().getTime() - minutes * 60_000).toISOString();
      const facts = {
        reportedAt: at(took + 1),
        respondedAt: at(took),
        resolvedAt: at(1),
        requester: { name: requester },
      };
      const told = { source: { system: 'itsm', externalId: `A-${arrived}` }, at: at(1), facts };
      const created = await scene.app.records.create({
        type: 'incident',
        answers: { kind: 'incident', title, project, channel: 'phone', place: 'remote', priority, told },
        actor: { kind: 'source', name: 'itsm' },
        origin: `intake:itsm:A-${arrived}`,
      });
      if (created.verdict !== 'created') throw new Error(JSON.stringify(created));
      return created.record.number;
    },
    state: async (number) => (await scene.app.records.load({ number }))?.state,
    async press(person, number, button, answers) {
      await desk.press(person, number, button);
      const wrong = answers ? await desk.fill(person, answers) : '';
      if (wrong !== '') throw new Error(`${button}: ${wrong}`);
      await scene.settle();
    },
    stop,
  };
}

const people = z.looseObject({
  people: z.array(z.looseObject({ id: z.string(), roles: z.array(z.string()).optional() })),
});

function withColleague(org: string): string {
  const read = people.parse(parse(org));
  const all = read.people.map((person) => (person.id === colleague ? { ...person, roles: ['eng', 'sd'] } : person));
  return stringify({ ...read, people: all });
}

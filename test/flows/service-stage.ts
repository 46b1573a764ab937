import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { movedClock } from '../support/moved-clock.ts';
import type { Desk } from './desk.ts';
import { feishuDesk } from './feishu-desk.ts';
import { openFeishu } from './feishu-seats.ts';
import { orgFor } from './org-for.ts';
import { slackDesk } from './slack-desk.ts';
import { openSlack } from './slack-seats.ts';
import type { PlatformName } from './stage.ts';
import { type Scene, startScene } from './start-scene.ts';

/** The service desk at work: the bot on one platform on a Monday at nine in Beijing, with a second agent beside Xu Fang. */
export interface ServiceStage {
  readonly desk: Desk;
  readonly scene: Scene;
  /** An incident of an ITSM tool that was resolved a minute ago; gives its number. */
  arrive(said: Arrival): Promise<string>;
  state(number: string): Promise<string | undefined>;
  /** Somebody presses, fills in the form that opens, if one does, and the bot does what follows. */
  press(person: string, number: string, button: string, answers?: Readonly<Record<string, string>>): Promise<void>;
  stop(): Promise<void>;
}

/** What the tool tells of it; `took` is how many minutes it took. */
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
  const { desk, scene, stop } = await (platform === 'Slack' ? onSlack : onFeishu)(clock, settings);
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

type Clock = ReturnType<typeof movedClock>;
type Settings = Readonly<Record<string, string>>;

async function onSlack(clock: Clock, more: Settings) {
  const { slack, seats, settings } = await openSlack(clock);
  const org = withColleague(await orgFor(() => seats, [seats], ['service']));
  const scene = await startScene({ ...settings, ...more }, org, clock);
  slack.connect(`${scene.app.url}/slack/events`);
  const stop = () => scene.stop().then(() => slack.close());
  return { desk: slackDesk(slack, seats), scene, stop };
}

async function onFeishu(clock: Clock, more: Settings) {
  const { feishu, seats, settings } = await openFeishu(clock);
  const org = withColleague(await orgFor(() => seats, [seats], ['service']));
  const scene = await startScene({ ...settings, ...more }, org, clock);
  feishu.eventsUrl = `${scene.app.url}/feishu/events`;
  const stop = () => scene.stop().then(() => feishu.close());
  return { desk: feishuDesk(feishu, seats), scene, stop };
}

const people = z.looseObject({
  people: z.array(z.looseObject({ id: z.string(), roles: z.array(z.string()).optional() })),
});

function withColleague(org: string): string {
  const read = people.parse(parse(org));
  const all = read.people.map((person) => (person.id === colleague ? { ...person, roles: ['eng', 'sd'] } : person));
  return stringify({ ...read, people: all });
}

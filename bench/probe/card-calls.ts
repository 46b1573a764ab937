/** How often the tests' Slack is called for two decisions, each until all its effects are carried out: `card-calls.ts ROOT`. */

import type * as OrgForModule from '../../test/flows/org-for.ts';
import type * as SlackDeskModule from '../../test/flows/slack-desk.ts';
import type * as SlackSeatsModule from '../../test/flows/slack-seats.ts';
import type * as StageModule from '../../test/flows/stage.ts';
import type { OnPlatform } from '../../test/flows/stage.ts';
import type * as MovedClockModule from '../../test/support/moved-clock.ts';
import type * as StartSceneModule from '../../test/worlds/whole-bot.ts';
import { load, tell } from './modules.ts';

const { movedClock } = await load<typeof MovedClockModule>('test/support/moved-clock.ts');
const { orgFor } = await load<typeof OrgForModule>('test/flows/org-for.ts');
const { slackDesk } = await load<typeof SlackDeskModule>('test/flows/slack-desk.ts');
const { openSlack } = await load<typeof SlackSeatsModule>('test/flows/slack-seats.ts');
// An earlier version calls its opener `startScene`.
type Openers = typeof StartSceneModule & { readonly startScene?: typeof StartSceneModule.openWholeBot };
const { openWholeBot, startScene = openWholeBot } = await load<Openers>(
  'test/worlds/whole-bot.ts',
  'test/flows/start-scene.ts',
);
const { fill, issue, press, report } = await load<typeof StageModule>('test/flows/stage.ts');

const clock = movedClock('2026-11-23T01:00:00Z');
const { slack, seats, settings } = await openSlack(clock);
const scene = await startScene(settings, await orgFor(() => seats, [seats]), clock);
slack.connect(`${scene.app.url}/slack/events`);
// The steps need these parts of a stage alone.
const stage = { ...scene, desk: slackDesk(slack, seats), seats } as unknown as OnPlatform;
const callsOf = async (work: () => Promise<unknown>) => {
  const before = slack.calls.length;
  await work();
  await scene.settle();
  return slack.calls.length - before;
};

const title = '交接班记录字迹难认';
const number = await report(stage, title);
await scene.settle();
const issued = await callsOf(() => issue(stage, number, title, 'observation'));
const answered = await callsOf(async () => {
  await press(stage, 'wang-lei', number, '答复');
  await fill(stage, 'wang-lei', { intent: 'will', answer: '改用电子交接单', byDay: '2026-12-11' });
});
tell(JSON.stringify({ issued, answered }));
await scene.stop();
await slack.close();
process.exit(0);

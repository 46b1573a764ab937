import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { movedClock } from '../support/moved-clock.ts';
import { openWholeBot, type WholeBot } from '../worlds/whole-bot.ts';
import { slackDesk } from './slack-desk.ts';
import { openSlack, type SeatedSlack } from './slack-seats.ts';
import { NUMBER } from './thread.ts';

const shape = z.looseObject({
  people: z.array(z.looseObject({ id: z.string() })),
  channels: z.array(z.looseObject({ id: z.string() })),
});

let seated: SeatedSlack;
let scene: WholeBot;

/** The sample with its second site, and everybody on Slack. */
async function withBoston({ seats: { workspace, channel, userId } }: SeatedSlack): Promise<string> {
  const text = await readFile('org.sample.yaml', 'utf8');
  const org = shape.parse(parse(text.replaceAll('\n#|', '\n')));
  const people = org.people.map((person) => ({
    ...person,
    identities: { slack: { workspace, userId: userId(person.id) } },
  }));
  const quality = { id: 'quality', platform: 'slack', channel, departments: 'all', purposes: ['findings'] };
  const us = org.channels.find(({ id }) => id === 'us-quality');
  const channels = [quality, { ...us, workspace, channel: 'C0USQUAL1' }];
  return stringify({ ...org, workspaces: { slack: [workspace] }, people, channels, projects: [] });
}

beforeEach(async () => {
  // Monday morning in Beijing; in Boston it is Sunday, eight in the evening.
  const clock = movedClock('2026-11-23T01:00:00Z');
  seated = await openSlack(clock);
  const { users, channels } = seated.slack.world;
  for (const id of ['grace-lee', 'sam-ortiz'])
    users.set(seated.seats.userId(id), { id: seated.seats.userId(id), name: id, locale: 'en-US' });
  channels.set('C0USQUAL1', { id: 'C0USQUAL1', joined: true });
  scene = await openWholeBot(seated.settings, await withBoston(seated), clock);
  seated.slack.connect(`${scene.app.url}/slack/events`);
});

afterEach(async () => {
  await scene.stop();
  await seated.slack.close();
});

test('a finding for the site in another zone is due by its own calendar, which is named, and waits for its morning', async () => {
  const desk = slackDesk(seated.slack, seated.seats);
  await desk.say('huang-tao', '/finding new');
  expect(await desk.fill('huang-tao', { what: '美国机房门禁记录缺了三天', where: 'Boston' })).toBe('');
  await scene.settle();
  await desk.press('li-na', NUMBER, '下发');
  const answers = { title: '门禁记录缺失', kind: 'minor', department: 'us', criterion: '4.2', source: 'spotCheck' };
  expect(await desk.fill('li-na', answers)).toBe('');
  await scene.settle();
  const { due } = (await scene.app.records.load({ number: NUMBER })) ?? {};
  // Thanksgiving, on Thursday, does not count: the five days end on Monday, by the clock of Boston.
  expect(due).toMatchObject({ day: '2026-11-30', zone: 'America/New_York', calendar: 'weekdays', provisional: false });
  expect(due?.at.toISOString()).toBe('2026-12-01T04:59:59.999Z');
  expect(JSON.stringify(seated.slack.messagesIn('C0USQUAL1'))).toContain(
    'Boston’s calendar: Monday to Friday, with its holidays',
  );
  expect(JSON.stringify(seated.slack.messagesIn('C0USQUAL1'))).toContain('26 Nov (Thanksgiving)');
  expect(await desk.directMessage('grace-lee')).toBe('');
  scene.clock.moveTo('2026-11-23T13:00:01Z');
  await scene.settle();
  expect(await desk.directMessage('grace-lee')).toContain(NUMBER);
});

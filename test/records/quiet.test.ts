import { expect, test } from 'vitest';
import { finding } from '../../src/quality/finding/finding.ts';
import type { Effect } from '../../src/records/shape/effect.ts';
import { answers } from '../quality/finding/answers.ts';
import { testOrganisation } from '../support/organisation.ts';
import { openPureEngine, type PureEngine } from '../worlds/pure-engine.ts';

const shanghai = { id: 'main', name: { zh: '总部', en: 'Head office' } };
const london = {
  id: 'london',
  name: { zh: '伦敦', en: 'London' },
  zone: 'Europe/London',
  calendar: 'weekdays',
} as const;

/** Everybody on a platform; the research department, Emily's, in London. */
function deskOn(platform: 'slack' | 'console', at: string): PureEngine {
  const { people, departments } = testOrganisation().data;
  const org = testOrganisation({
    workspaces: { slack: ['T1'] },
    sites: [shanghai, london],
    departments: departments.map((department) =>
      department.id === 'rd' ? { ...department, site: 'london' } : department,
    ),
    people: people.map((person) => ({ ...person, identities: { [platform]: person.id } })),
    channels: [{ id: 'quality', platform, channel: 'quality', departments: 'all' }],
  });
  return openPureEngine(org, new Date(at), ['slack:T1', 'console:local']);
}

/** When each message may be sent, by its receiver and purpose; `now` for at once. */
function timesOf(effects: readonly Effect[], now: string): Record<string, string> {
  const posts = effects.flatMap((effect) => (effect.kind === 'post' ? [effect] : []));
  return Object.fromEntries(
    posts.map(({ purpose, personId, notBefore }) => {
      const at = notBefore.toISOString();
      return [`${purpose} ${personId ?? 'channel'}`, at === new Date(now).toISOString() ? 'now' : at];
    }),
  );
}

test('a card that its receiver must act on waits until the quiet hours of their site end; the channel does not wait for it', () => {
  const now = '2026-11-23T14:00:00Z'; // ten at night in Shanghai, two in the afternoon in London
  const times = timesOf(deskOn('slack', now).report('emily').effects, now);
  expect(times).toMatchObject({ 'act li-na': '2026-11-24T00:00:00.000Z', 'channel channel': 'now' });
});

test('by day nothing waits', () => {
  const now = '2026-11-23T02:00:00Z';
  expect(new Set(Object.values(timesOf(deskOn('slack', now).report('emily').effects, now)))).toEqual(new Set(['now']));
});

test('a user who acts at night gets the resulting card at once', () => {
  const now = '2026-11-23T14:00:00Z';
  const desk = deskOn('slack', now);
  const times = timesOf(desk.report('li-na').effects, now);
  expect(times).toMatchObject({ 'act li-na': 'now', 'act chen-jing': '2026-11-24T00:00:00.000Z' });
});

test("news waits by the clock of its receiver's site, not by that of the record's or the sender's", () => {
  const desk = deskOn('slack', '2026-11-23T02:00:00Z');
  const reported = desk.report('emily');
  desk.at('2026-11-24T01:00:00Z'); // nine in Shanghai, one at night in London
  const verdict = desk.ask(finding, reported, 'chen-jing', 'issue', answers.issue);
  if (verdict.verdict !== 'done') throw new Error(verdict.verdict);
  const raised = verdict.record.effects.slice(reported.effects.length);
  expect(timesOf(raised, '2026-11-24T01:00:00Z')).toMatchObject({
    'act wang-lei': 'now',
    'tell emily': '2026-11-24T08:00:00.000Z',
  });
});

test('what nobody did comes to a channel when its quiet hours are over', () => {
  const now = '2026-11-23T14:00:00Z';
  const desk = deskOn('slack', now);
  const raised = desk.create(finding, 'system', { what: '监控发现备份失败', where: '机房 B' }, 'FD-2026-0009');
  expect(timesOf(raised.effects, now)).toMatchObject({ 'channel channel': '2026-11-24T00:00:00.000Z' });
});

test('the console, where no phone rings, has everything at once', () => {
  const now = '2026-11-23T14:00:00Z';
  const times = timesOf(deskOn('console', now).report('emily').effects, now);
  expect(new Set(Object.values(times))).toEqual(new Set(['now']));
});

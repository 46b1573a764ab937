import { expect, test } from 'vitest';
import { incident } from '../../../src/quality/incident/incident.ts';
import { testOrganisation } from '../../support/organisation.ts';
import { openPureEngine, type PureEngine } from '../../worlds/pure-engine.ts';
import { answers, serving } from './incident-in.ts';

/** The service desk of a company whose project has a channel of its own, `own`. */
function deskWith(own: string, settings: Readonly<Record<string, unknown>> = {}): PureEngine {
  const { customers, projects } = serving().data;
  const channel = (id: string, where: string, purposes: ('findings' | 'service')[]) => ({
    id,
    platform: 'console' as const,
    channel: where,
    departments: 'all' as const,
    purposes,
  });
  return openPureEngine(
    testOrganisation({
      settings,
      customers: [...customers],
      projects: projects.map((project) => (project.id === 'metro-3' ? { ...project, channel: own } : project)),
      channels: [
        channel('service', 'service', ['service']),
        channel('line-3', 'line-3', ['findings']),
        channel('service-again', 'service', ['findings']),
      ],
    }),
  );
}

const postedBy = (desk: PureEngine, said: object) =>
  desk
    .create(incident, 'xu-fang', { ...answers.new, ...said }, 'IN-2026-0001')
    .effects.flatMap((effect) =>
      effect.kind === 'post' && effect.target.kind === 'channel' ? [effect.target.channel] : [],
    );

test('an incident stands in the channel of its project beside that of the department', () => {
  expect(postedBy(deskWith('line-3'), {})).toEqual(['service', 'line-3']);
  expect(postedBy(deskWith('line-3'), { project: 'cloud' })).toEqual(['service']);
});

test('it is posted there once if the two are one, under any name', () => {
  expect(postedBy(deskWith('service'), {})).toEqual(['service']);
  expect(postedBy(deskWith('service-again'), {})).toEqual(['service']);
});

test('only those of the priorities that the settings name go there; one that is raised follows', () => {
  const desk = deskWith('line-3', { projectChannels: { priorities: ['p1'] } });
  expect(postedBy(desk, { priority: 'p2' })).toEqual(['service']);
  const low = desk.create(incident, 'xu-fang', { ...answers.new, priority: 'p2' }, 'IN-2026-0002');
  const verdict = desk.ask(incident, low, 'xu-fang', 'update', { ...answers.update, priority: 'p1' });
  if (verdict.verdict !== 'done') throw new Error(JSON.stringify(verdict));
  const posts = verdict.record.effects.slice(low.effects.length).filter(({ kind }) => kind === 'post');
  expect(posts).toMatchObject([{ target: { kind: 'channel', channel: 'line-3' } }]);
});

import { expect, test } from 'vitest';
import type { PureEngine } from '../../worlds/pure-engine.ts';
import { answers, type Incident, incidentIn, make, openServiceDesk } from './incident-in.ts';

const ratedBy = (desk: PureEngine, record: Incident, via: 'link' | 'page', score: number) => {
  const said = { score, via, by: record.number, comment: '来得太晚', at: desk.setting().now.toISOString() };
  return make(desk, record, 'system', 'rated', said);
};

/** What the last decision asks of proposals. */
const asked = ({ effects, id, version }: Incident) =>
  effects.flatMap((effect) => {
    if (!effect.key.startsWith(`${id}:${version}:`) || (effect.kind !== 'raise' && effect.kind !== 'signal')) return [];
    return /-P\d$/.test(effect.number ?? '') ? [[effect.kind === 'raise' ? 'raise' : effect.move, effect.number]] : [];
  });

test.each([
  { what: 'while the call-back is owed', settings: {} },
  { what: 'where pages do not take the place of a call', settings: { pageRatingCounts: false } },
])('a low score by a link proposes a finding $what; a better one takes it back', ({ settings }) => {
  const desk = openServiceDesk('2h', settings);
  const low = ratedBy(desk, incidentIn(desk, 'resolved'), 'link', 2);
  expect(asked(low)).toEqual([['raise', 'IN-2026-0001-P2']]);
  expect(JSON.stringify(low.effects)).toContain('来得太晚');
  desk.at('2026-11-23T06:00:00Z');
  const better = ratedBy(desk, low, 'link', 4);
  expect(asked(better)).toEqual([['takeBack', 'IN-2026-0001-P2']]);
  desk.at('2026-11-23T07:00:00Z');
  expect(asked(ratedBy(desk, better, 'link', 1))).toEqual([['proposeAgain', 'IN-2026-0001-P2']]);
});

test('it proposes one when the call-back is over, too, and another one after the next end', () => {
  const desk = openServiceDesk();
  const closed = make(desk, incidentIn(desk, 'resolved'), 'system', 'closeSettled', answers.closeSettled);
  expect(asked(ratedBy(desk, closed, 'link', 1))).toEqual([['raise', 'IN-2026-0001-P2']]);
  const again = make(
    desk,
    make(desk, closed, 'xu-fang', 'reopen', answers.reopen),
    'xu-fang',
    'resolve',
    answers.resolve,
  );
  desk.at('2026-11-23T09:00:00Z');
  expect(asked(ratedBy(desk, again, 'link', 1))).toEqual([['raise', 'IN-2026-0001-P3']]);
});

test('what was said on a service report’s page is proposed by the report alone', () => {
  const desk = openServiceDesk();
  expect(asked(ratedBy(desk, incidentIn(desk, 'resolved'), 'page', 1))).toEqual([]);
});

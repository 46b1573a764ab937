import { describe, expect, test } from 'vitest';
import { action } from '../../../src/quality/action/action.ts';
import { finding } from '../../../src/quality/finding/finding.ts';
import { letIntoActions } from '../../../src/quality/finding/let-into-actions.ts';
import { drawCard } from '../../../src/records/card/draw-card.ts';
import { mayRead } from '../../../src/records/shape/access.ts';
import { type Finding, openDesk } from '../../support/desk.ts';
import { MONDAY } from '../../support/organisation.ts';
import { answers } from './answers.ts';
import { findingIn, write } from './finding-in.ts';

const restricted = { visibility: 'restricted' } as const;
const everybody = ['emily', 'wang-lei', 'liu-yang', 'xu-fang', 'chen-jing', 'li-na', 'zhou-min', 'he-wei', 'qian-li'];

function readers(record: Finding) {
  const { org } = openDesk();
  return everybody.filter((id) => mayRead(record, id, org, MONDAY));
}

const channelPosts = ({ effects }: Finding) =>
  effects.filter((effect) => effect.kind === 'post' && effect.purpose === 'channel');

describe('a finding that was filed as restricted', () => {
  test('has no card in a channel, and is read by its reporter, QED and MR alone', () => {
    const desk = openDesk();
    const reported = desk.report('emily', restricted);
    expect(channelPosts(desk.report('emily'))).not.toEqual([]);
    expect(channelPosts(reported)).toEqual([]);
    expect(readers(reported)).toEqual(['emily', 'chen-jing', 'li-na', 'zhou-min']);
  });

  test('is read by those who answer it, once it is issued, and by those QED admits', () => {
    const desk = openDesk();
    const issued = desk.make(desk.report('emily', restricted), 'chen-jing', 'issue', {
      ...answers.issue,
      ...restricted,
    });
    expect(readers(issued)).toContain('wang-lei');
    const named = desk.make(issued, 'wang-lei', 'assign', { handler: 'liu-yang' });
    expect(readers(named)).toEqual(['emily', 'liu-yang', 'chen-jing', 'li-na', 'zhou-min']);
    const admitted = desk.make(named, 'chen-jing', 'admit', { people: ['qian-li'] });
    expect(readers(admitted)).toContain('qian-li');
  });

  test('does not exist for anyone else, no matter what they try', () => {
    const desk = openDesk();
    const reported = desk.report('emily', restricted);
    for (const move of ['issue', 'askBack', 'comment', 'follow']) {
      expect(desk.ask(finding, reported, 'qian-li', move, answers.issue)).toMatchObject({
        verdict: 'refused',
        refusal: { key: 'refusal.noSuchRecord' },
      });
    }
  });

  test('cannot be merged into one that everybody sees', () => {
    const desk = openDesk();
    const reported = desk.report('emily', restricted);
    desk.report('ma-li', {}, answers.merge.into);
    expect(desk.ask(finding, reported, 'chen-jing', 'merge', answers.merge)).toMatchObject({
      refusal: { key: 'finding.refusal.mergeRestricted' },
    });
  });

  test('raises actions that are as restricted as itself', () => {
    const desk = openDesk();
    const issued = desk.make(desk.report('emily', restricted), 'chen-jing', 'issue', {
      ...answers.issue,
      ...restricted,
    });
    const written = write(desk, desk.make(issued, 'wang-lei', 'assign', answers.assign));
    const verdict = desk.ask(finding, desk.make(written, 'liu-yang', 'submitCapa'), 'chen-jing', 'approveCapa');
    if (verdict.verdict !== 'done') throw new Error(JSON.stringify(verdict));
    const [raise] = verdict.intents.filter((intent) => intent.kind === 'raise');
    const raised = desk.create(action, 'system', raise?.input, raise?.number ?? '');
    const reads = (id: string) => mayRead(raised, id, desk.org, MONDAY);
    expect(raised.restricted).toBe(true);
    expect([reads('xu-fang'), reads('liu-yang'), reads('emily'), reads('qian-li')]).toEqual([true, true, true, false]);

    // Whoever is let in later is let into the actions, too.
    const later = desk.ask(finding, verdict.record, 'chen-jing', 'admit', { people: ['qian-li'] });
    const signals = later.verdict === 'done' ? later.intents.filter(({ kind }) => kind === 'signal') : [];
    expect(signals).toMatchObject(verdict.record.data.raised.map(({ number }) => ({ number, move: 'admitted' })));
    const [signal] = signals;
    if (signal?.kind !== 'signal') throw new Error('nothing was signalled');
    const told = desk.ask(action, raised, 'system', signal.move, signal.input);
    expect(told.verdict === 'done' && mayRead(told.record, 'qian-li', desk.org, MONDAY)).toBe(true);
  });

  test('tells no action anything where everybody may see it', () => {
    const desk = openDesk();
    const acting = findingIn(desk, 'acting');
    expect(desk.ask(finding, acting, 'chen-jing', 'amend', answers.amend)).toMatchObject({ verdict: 'done' });
    expect(letIntoActions(acting)).toEqual([]);
  });
});

test.each(['channel', 'retired'] as const)(
  'a %s card of a finding that was restricted at triage tells neither its number nor its title, and has no button',
  (as) => {
    const desk = openDesk();
    const issued = desk.make(desk.report(), 'chen-jing', 'issue', { ...answers.issue, ...restricted });
    const view = {
      org: desk.org,
      now: MONDAY,
      locale: 'zh-CN',
      platform: 'console',
      workspace: 'local',
      viewer: null,
    } as const;
    const card = drawCard(finding, issued, view, { as });
    expect(JSON.stringify(card)).not.toMatch(/FD-2026|巡检|运维/);
    expect(card).toMatchObject({ title: '受限', blocks: [{ kind: 'note' }] });
    const own = drawCard(finding, issued, { ...view, viewer: 'wang-lei' }, { as: 'personal' });
    expect(JSON.stringify(own)).toContain('巡检记录缺失');
  },
);

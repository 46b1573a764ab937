import { describe, expect, test } from 'vitest';
import { type Locale, locales } from '../../src/i18n/locale.ts';
import { finding } from '../../src/quality/finding/finding.ts';
import { type CardOptions, drawCard } from '../../src/records/card/draw-card.ts';
import { moveForm, newForm, withAnswers } from '../../src/records/card/draw-form.ts';
import type { View } from '../../src/records/declaration/record-context.ts';
import { textOfCard } from '../commands/room.ts';
import { answers } from '../quality/finding/answers.ts';
import { findingIn } from '../quality/finding/finding-in.ts';
import { type Finding, openDesk } from '../support/desk.ts';
import { MONDAY, testOrganisation } from '../support/organisation.ts';

const org = testOrganisation();
const view = (viewer: string | null, locale: Locale = 'zh-CN', now: Date = MONDAY): View => {
  return { org, now, locale, platform: 'console', workspace: 'local', viewer };
};
const draw = (record: Finding, seen: View, drawing: CardOptions) => drawCard(finding, record, seen, drawing);
const buttonsOf = (record: Finding, seen: View, drawing: CardOptions) =>
  draw(record, seen, drawing).blocks.flatMap((block) =>
    block.kind === 'buttons' ? block.buttons.map(({ action }) => action) : [],
  );

describe('in a channel', () => {
  test.each([
    {
      state: 'reported',
      buttons: ['finding.issue', 'finding.reject', 'finding.askBack', 'finding.merge', 'record.open'],
    },
    { state: 'issued', buttons: ['finding.submitCapa', 'record.open'] },
    { state: 'submitted', buttons: ['finding.approveCapa', 'finding.returnCapa', 'record.open'] },
    { state: 'mrReview', buttons: ['finding.approveMajor', 'finding.returnMajor', 'record.open'] },
    { state: 'acting', buttons: ['record.open'] },
    { state: 'closed', buttons: ['record.open'] },
  ] as const)('a card that is $state has the buttons of whose turn it is, and Open', ({ state, buttons }) => {
    const record = findingIn(openDesk(), state, { kind: state === 'mrReview' ? 'major' : 'minor' });
    expect(buttonsOf(record, view(null), { as: 'channel' })).toEqual(buttons);
  });

  test('no button to submit stands before the report is complete', () => {
    const desk = openDesk();
    const issued = desk.make(desk.report(), 'chen-jing', 'issue', answers.issue);
    expect(buttonsOf(issued, view(null), { as: 'channel' })).toEqual(['record.open']);
  });
});

describe('for one person', () => {
  test.each([
    {
      viewer: 'chen-jing',
      buttons: ['finding.approveCapa', 'finding.setReviewDay', 'finding.returnCapa', 'record.more'],
    },
    {
      viewer: 'du-juan',
      buttons: ['finding.approveCapa', 'finding.setReviewDay', 'finding.returnCapa', 'record.more'],
    },
    { viewer: 'sun-yue', buttons: ['record.more'] },
    { viewer: 'wang-lei', buttons: ['record.more'] },
    { viewer: null, buttons: [] },
  ])('$viewer sees what they may do and no more', ({ viewer, buttons }) => {
    expect(buttonsOf(findingIn(openDesk(), 'submitted'), view(viewer), { as: 'personal' })).toEqual(buttons);
  });

  test('a head who writes the report without a handler finds the submit button on the card, no matter how many other moves there are', () => {
    const desk = openDesk();
    const steps = ['saveCorrection', 'saveCause', 'addAction', 'saveEffect'] as const;
    const written = steps.reduce(
      (record, step) => desk.make(record, 'wang-lei', step, answers[step]),
      desk.make(desk.report(), 'chen-jing', 'issue', answers.issue),
    );
    expect(buttonsOf(written, view('wang-lei'), { as: 'personal' })).toEqual([
      'finding.confirm',
      'finding.contest',
      'finding.assign',
      'finding.saveCorrection',
      'finding.saveCause',
      'finding.addAction',
      'finding.submitCapa',
      'record.more',
    ]);
  });

  test('every button that is shown is taken', () => {
    const desk = openDesk();
    const issued = findingIn(desk, 'issued');
    const shown = buttonsOf(issued, view('liu-yang'), { as: 'personal' })
      .filter((action) => action.startsWith('finding.'))
      .map((action) => action.replace('finding.', ''));
    expect(shown).toEqual([
      'confirm',
      'contest',
      'saveCorrection',
      'saveCause',
      'addAction',
      'saveEffect',
      'submitCapa',
    ]);
    for (const move of shown) {
      const said = Object.entries(answers).find(([name]) => name === move)?.[1];
      expect(desk.ask(finding, issued, 'liu-yang', move, said)).toMatchObject({ verdict: 'done' });
    }
  });
});

test('a retired card has no button, and says where the matter goes on', () => {
  const record = findingIn(openDesk(), 'submitted');
  expect(draw(record, view('chen-jing'), { as: 'retired' })).toMatchObject({ tone: 'muted' });
  expect(buttonsOf(record, view('chen-jing'), { as: 'retired' })).toEqual([]);
  expect(textOfCard(draw(record, view(null, 'en'), { as: 'retired' }))).toContain(
    'This card continues in the newer message below.',
  );
});

describe('the deadline', () => {
  const issued = () => findingIn(openDesk(), 'issued');
  test.each([
    {
      now: '2026-11-23T02:00:00Z',
      zh: '2026年11月30日 · 还剩 5 个工作日',
      en: '30 Nov 2026 · 5 working days left',
      tone: 'action',
    },
    {
      now: '2026-11-27T02:00:00Z',
      zh: '2026年11月30日 · 还剩 1 个工作日',
      en: '30 Nov 2026 · 1 working day left',
      tone: 'action',
    },
    { now: '2026-11-30T15:59:00Z', zh: '2026年11月30日 · 今天到期', en: '30 Nov 2026 · due today', tone: 'action' },
    {
      now: '2026-11-30T16:01:00Z',
      zh: '2026年11月30日 · 已逾期 1 个工作日',
      en: '30 Nov 2026 · 1 working day overdue',
      tone: 'late',
    },
    {
      now: '2026-12-02T02:00:00Z',
      zh: '2026年11月30日 · 已逾期 2 个工作日',
      en: '30 Nov 2026 · 2 working days overdue',
      tone: 'late',
    },
  ])('reads, at $now, $en', ({ now, zh, en, tone }) => {
    const at = (locale: Locale) => draw(issued(), view(null, locale, new Date(now)), { as: 'channel' });
    expect(at('zh-CN').tone).toBe(tone);
    expect(textOfCard(at('zh-CN'))).toContain(`期限: ${zh}\n`);
    expect(textOfCard(at('en'))).toContain(`Due: ${en}\n`);
  });

  test('of a Sunday chosen by a person is not due on the Friday before', () => {
    const desk = openDesk();
    const planned = desk.make(findingIn(desk, 'issued'), 'liu-yang', 'addAction', {
      ...answers.addAction,
      dueDay: '2026-12-06',
    });
    const acting = desk.make(desk.make(planned, 'liu-yang', 'submitCapa'), 'chen-jing', 'approveCapa');
    const card = draw(acting, view(null, 'en', new Date('2026-12-04T02:00:00Z')), { as: 'channel' });
    expect(textOfCard(card)).toContain('Due: 6 Dec 2026 · 0 working days left');
  });

  test('shows its arithmetic, and that it is provisional where it is', () => {
    expect(textOfCard(draw(issued(), view(null), { as: 'channel' }))).toContain(
      '自11月23日起5个工作日（总部日历：中国法定工作日）：11月28日至29日（周末）不计；11月30日截止',
    );
    const desk = openDesk(org, new Date('2026-12-29T02:00:00Z'));
    const late = desk.make(desk.report(), 'chen-jing', 'issue', answers.issue);
    expect(textOfCard(draw(late, view(null, 'en'), { as: 'channel' }))).toMatch(/provisional/);
  });

  test('is no matter any more once the finding is closed', () => {
    const card = draw(findingIn(openDesk(), 'closed'), view(null, 'en', new Date('2027-06-01T00:00:00Z')), {
      as: 'channel',
    });
    expect(card.tone).toBe('good');
    expect(textOfCard(card)).not.toContain('Due:');
  });
});

test('a card says by which chain an unusual approver decides, and for whom a deputy stood in', () => {
  const desk = openDesk();
  const approved = desk.make(findingIn(desk, 'submitted'), 'du-juan', 'approveCapa');
  expect(textOfCard(draw(approved, view(null), { as: 'channel' }))).toContain('杜鹃（代 李娜） 审批通过');
  const stepped = { ...approved, ownerIds: ['zhao-guohua'], ownedByChain: 'top' };
  expect(textOfCard(draw(stepped, view(null, 'en'), { as: 'channel' }))).toContain(
    'Segregation of duties leaves nobody in the usual seat; by the configured chain top management decides.',
  );
});

test('Chinese has Chinese brackets and colons', () => {
  const card = textOfCard(draw(findingIn(openDesk(), 'submitted'), view(null), { as: 'channel' }));
  expect(card).toContain('改版没有同步更新模板的步骤（制度或作业指导书）');
  expect(card).toContain('自11月23日起2个工作日（总部日历：中国法定工作日）：11月25日截止');
  expect(card).toContain('连续四周抽查无缺失（2027年1月8日评审）');
});

describe.each(locales)('in %s', (locale) => {
  test('a card and every form are in one language, with nothing left to fill in', () => {
    const record = findingIn(openDesk(), 'verified');
    const ours = [
      newForm(finding, view('li-na', locale)),
      ...Object.keys(finding.moves).map((move) => moveForm(finding, record, move, view('li-na', locale))),
    ].flatMap((form) =>
      form ? [form.title, form.submit, form.cancel, ...form.fields.map(({ label, hint = '' }) => label + hint)] : [],
    );
    const facts = draw(record, view('li-na', locale), { as: 'personal' }).blocks.flatMap((block) => {
      return block.kind === 'facts' ? block.facts.map(({ label }) => label) : [];
    });
    for (const text of [...ours, ...facts]) {
      expect(text).not.toMatch(/[{}]|finding\.\w/);
      expect(/[\u4e00-\u9fff]/.test(text)).toBe(locale === 'zh-CN');
    }
  });
});

test('a form that comes back holds what was answered, and drops what fits no question', () => {
  const record = findingIn(openDesk(), 'issued');
  const form = moveForm(finding, record, 'addAction', view('liu-yang'));
  const back =
    form && withAnswers(form, { action: '更新模板', owner: ['xu-fang'], kind: { $ne: 1 }, dueDay: 7, stray: 'x' });
  expect(back?.fields.map(({ name, ...field }) => [name, 'initial' in field ? field.initial : undefined])).toEqual([
    ['kind', undefined],
    ['action', '更新模板'],
    ['owner', ['xu-fang']],
    ['dueDay', undefined],
    ['more', undefined],
  ]);
});

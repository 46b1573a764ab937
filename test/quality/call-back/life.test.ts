import { describe, expect, test } from 'vitest';
import { callBack } from '../../../src/quality/call-back/call-back.ts';
import { incident } from '../../../src/quality/incident/incident.ts';
import { punctualityOf } from '../../../src/records/shape/clocks.ts';
import { incidentIn, make, report, answers as said } from '../incident/incident-in.ts';
import {
  answers,
  callBackIn,
  called,
  heard,
  openCallDesk,
  raisedBy,
  resolved,
  signalled,
  toldBy,
} from './call-back-in.ts';

const at = (time: string, day = '2026-11-23') => `${day}T${time}:00.000Z`;

describe('a call-back is raised', () => {
  test('when an incident is resolved, due 24 hours after, for the requester and without a card for each agent', () => {
    const desk = openCallDesk();
    const { owed } = resolved(desk);
    expect(owed).toMatchObject({ number: 'IN-2026-0001-C1', state: 'due', ownerIds: ['xu-fang'] });
    expect(owed.data).toMatchObject({ contactId: 'qian-ming', done: '更换了读卡器', unasked: false });
    expect(owed.due?.at.toISOString()).toBe(new Date(Date.parse(owed.data.resolvedAt) + 86_400_000).toISOString());
    expect(owed.effects).toEqual([]);
  });

  test('for what arrives closed from another tool, due 24 hours after the closing', () => {
    const desk = openCallDesk();
    desk.at(at('10:00'));
    const arrived = desk.create(
      incident,
      'system',
      {
        kind: 'incident',
        title: '磁盘告警',
        project: 'metro-3',
        channel: 'monitoring',
        priority: 'p4',
        told: {
          source: { system: 'itsm', externalId: 'A-1' },
          at: at('09:40'),
          facts: { reportedAt: at('07:00'), resolvedAt: at('08:00'), closedAt: at('09:30') },
        },
      },
      'IN-2026-0001',
    );
    const owed = raisedBy(desk, arrived);
    expect(owed.data).toMatchObject({ contactId: 'qian-ming', unasked: true, sinceClosing: true });
    expect(owed.due?.at.toISOString()).toBe(at('09:30', '2026-11-24'));
  });

  test('again, under the next number, after a reopening, which voids the one before', () => {
    const desk = openCallDesk();
    const { from, owed } = resolved(desk);
    const reopened = make(desk, from, 'xu-fang', 'reopen', said.reopen);
    const voided = toldBy(desk, owed, reopened);
    expect(voided).toMatchObject({ state: 'void', due: null, open: false });
    const again = make(desk, reopened, 'wu-qiang', 'resolve', said.resolve);
    expect(raisedBy(desk, again).number).toBe('IN-2026-0001-C2');
  });

  test('as exempt, where monitoring raised it and the settings say so, and the incident is closed', () => {
    const desk = openCallDesk({ exemptMonitoring: true });
    const { requester: _nobody, ...alarm } = { ...said.new, channel: 'monitoring' };
    const from = make(desk, report(desk, { ...alarm, requester: '' }), 'xu-fang', 'resolve', said.resolve);
    const owed = raisedBy(desk, from);
    expect(owed).toMatchObject({ state: 'exempt', due: null, clocks: [] });
    expect(heard(desk, from, owed)).toMatchObject({ state: 'closed', data: { callBack: { outcome: 'exempt' } } });
  });

  test.each([
    { resolvedAt: at('01:00', '2026-11-20'), settings: {}, state: 'exempt', ends: 'closed' },
    { resolvedAt: at('03:00', '2026-11-22'), settings: {}, state: 'due', ends: 'resolved' },
    { resolvedAt: at('01:00', '2026-11-20'), settings: { exemptImported: false }, state: 'due', ends: 'resolved' },
  ])(
    'as $state, where a list brought what was resolved at $resolvedAt, by the settings $settings',
    ({ resolvedAt, settings, state, ends }) => {
      const desk = openCallDesk(settings);
      desk.at(at('02:00'));
      const told = {
        source: { system: 'old-desk', externalId: 'A-1' },
        at: resolvedAt,
        facts: { reportedAt: at('00:00', '2026-11-20'), resolvedAt },
      };
      const from = desk.create(
        incident,
        'system',
        { ...said.new, priority: 'p4', told, imported: true },
        'IN-2026-0001',
      );
      const owed = raisedBy(desk, from);
      expect(owed.state).toBe(state);
      expect(heard(desk, from, owed).state).toBe(ends);
    },
  );

  test('and owed, where what a list brought long after its end is reopened and resolved again', () => {
    const desk = openCallDesk();
    const told = {
      source: { system: 'old-desk', externalId: 'A-1' },
      at: at('01:00', '2026-11-20'),
      facts: { reportedAt: at('00:00', '2026-11-20'), resolvedAt: at('01:00', '2026-11-20') },
    };
    const from = desk.create(incident, 'system', { ...said.new, priority: 'p4', told, imported: true }, 'IN-2026-0001');
    const reopened = make(desk, from, 'xu-fang', 'reopen', said.reopen);
    expect(raisedBy(desk, make(desk, reopened, 'xu-fang', 'resolve', said.resolve)).state).toBe('due');
  });

  test('as answered, where the customer has rated it already', () => {
    const desk = openCallDesk();
    const rated = make(desk, incidentIn(desk, 'handling'), 'system', 'rated', said.rated);
    const from = make(desk, rated, 'wu-qiang', 'resolve', said.resolve);
    const owed = raisedBy(desk, from);
    expect(owed).toMatchObject({ state: 'reached', data: { answer: { score: 5, via: 'page', by: null } } });
    expect(heard(desk, from, owed).state).toBe('closed');
  });
});

describe('the incident hears', () => {
  test('of a satisfied customer, and is closed at once', () => {
    const desk = openCallDesk();
    const { from, owed } = resolved(desk);
    const answered = called(desk, owed, 'xu-fang', 'answer', answers.answer);
    const closed = heard(desk, from, answered);
    expect(closed).toMatchObject({ state: 'closed', data: { callBack: { number: owed.number, score: 5 } } });
    expect(closed.history.at(-1)).toMatchObject({ move: 'closeSettled', actor: { kind: 'system' } });
  });

  test.each([
    { score: '2', complaint: 'no' },
    { score: '5', complaint: 'yes', comment: '电话打了三次才有人接' },
  ])('of $score, complaint $complaint, and waits for the desk to close it', (answer) => {
    const desk = openCallDesk();
    const { from, owed } = resolved(desk);
    const told = heard(desk, from, called(desk, owed, 'xu-fang', 'answer', answer));
    expect(told).toMatchObject({ state: 'resolved', ownerIds: ['xu-fang'] });
    expect(make(desk, told, 'xu-fang', 'close').state).toBe('closed');
  });

  test('that an answer was taken back, and is resolved again', () => {
    const desk = openCallDesk();
    const { from, owed } = resolved(desk);
    const answered = called(desk, owed, 'xu-fang', 'answer', answers.answer);
    const undone = called(desk, answered, 'xu-fang', 'undo');
    expect(undone).toMatchObject({ state: 'due', open: true });
    expect(undone.due?.at).toEqual(owed.due?.at);
    const open = heard(desk, heard(desk, from, answered), undone);
    expect(open).toMatchObject({ state: 'resolved', ownerIds: [] });
    expect(open.data.callBack).toBeUndefined();
    expect(open.data.closedAt).toBeUndefined();
  });

  test('nothing new of an answer that comes when it is open again', () => {
    const desk = openCallDesk();
    const { from, owed } = resolved(desk);
    const reopened = make(desk, from, 'xu-fang', 'reopen', said.reopen);
    const told = heard(desk, reopened, called(desk, owed, 'xu-fang', 'answer', answers.answer));
    expect(told.state).toBe('handling');
    expect(told.data.callBack).toBeUndefined();
  });
});

describe('the call-back hears', () => {
  test('of an urgent closing, from which its 24 hours run', () => {
    const desk = openCallDesk();
    const { from, owed } = resolved(desk);
    desk.at(at('09:00'));
    const closed = make(desk, from, 'xu-fang', 'closeUrgently', said.closeUrgently);
    const told = toldBy(desk, owed, closed);
    expect(told.data.sinceClosing).toBe(true);
    expect(told.due?.at.toISOString()).toBe(at('09:00', '2026-11-24'));
    expect(heard(desk, closed, called(desk, told, 'xu-fang', 'answer', answers.answer)).state).toBe('closed');
  });

  test('what the customer said on a page, which counts apart from a call, unless the settings say otherwise', () => {
    const desk = openCallDesk();
    const { from, owed } = resolved(desk);
    const rated = make(desk, from, 'system', 'rated', said.rated);
    expect(toldBy(desk, owed, rated)).toMatchObject({ state: 'reached', data: { answer: { via: 'page', by: null } } });
    const strict = openCallDesk({ pageRatingCounts: false });
    expect(signalled(make(strict, resolved(strict).from, 'system', 'rated', said.rated))).toEqual([]);
  });
});

describe('who does not answer', () => {
  test('is unreached only after three attempts on two days, and late no matter what follows', () => {
    const desk = openCallDesk();
    let { owed } = resolved(desk);
    for (const time of ['03:00', '04:00', '05:00']) {
      desk.at(at(time));
      owed = called(desk, owed, 'xu-fang', 'noAnswer');
      expect(owed.state).toBe('due');
    }
    desk.at(at('06:00', '2026-11-24'));
    const given = called(desk, owed, 'xu-fang', 'noAnswer');
    expect(given).toMatchObject({ state: 'unreached', data: { unreachedAt: at('06:00', '2026-11-24') } });
    expect(signalled(given)).toMatchObject([{ move: 'calledBack', input: { outcome: 'unreached' } }]);
    desk.at(at('07:00', '2026-11-24'));
    const late = called(desk, given, 'xu-fang', 'answer', answers.answer);
    expect(late.data.unreachedAt).toBe(given.data.unreachedAt);
    const [clock] = late.clocks;
    expect(clock && punctualityOf(clock, desk.setting().now)).toBe('late');
  });

  test('is called again when they asked for it', () => {
    const desk = openCallDesk();
    desk.at(at('03:00'));
    const { owed } = resolved(desk);
    const later = called(desk, owed, 'xu-fang', 'later', { when: 'time', time: '14:30' });
    expect(later.data.attempts).toEqual([{ at: at('03:00'), by: 'xu-fang', outcome: 'later', until: at('06:30') }]);
    expect(desk.ask(callBack, owed, 'xu-fang', 'later', { when: 'time' })).toMatchObject({
      verdict: 'errors',
      errors: { time: { key: 'callBack.form.sayWhen' } },
    });
  });
});

test('a complaint needs the customer’s words', () => {
  const desk = openCallDesk();
  const verdict = desk.ask(callBack, callBackIn(desk, 'due'), 'xu-fang', 'answer', { score: '1', complaint: 'yes' });
  expect(verdict).toMatchObject({ verdict: 'refused', refusal: { key: 'callBack.refusal.noWords' } });
});

test('only what nobody asked for is exempt', () => {
  const desk = openCallDesk();
  const verdict = desk.ask(callBack, resolved(desk).owed, 'wang-lei', 'exempt', answers.exempt);
  expect(verdict).toMatchObject({ verdict: 'refused', refusal: { key: 'callBack.refusal.asked' } });
});

test.each([
  {
    said: { score: '2', complaint: 'no', comment: '来得太晚' },
    raises: { type: 'proposal', number: 'IN-2026-0001-C1-P1', input: { cause: 'lowScore', about: 'IN-2026-0001-C1' } },
  },
  {
    said: { score: '1', complaint: 'yes', comment: '电话打了三次才有人接' },
    raises: {
      type: 'complaint',
      input: { what: '电话打了三次才有人接', about: 'IN-2026-0001-C1', channel: 'callBack', contactId: 'qian-ming' },
    },
  },
])(
  '$said.score with complaint $said.complaint raises a $raises.type, once though the answer is taken back',
  ({ said: answer, raises }) => {
    const desk = openCallDesk();
    const raisedIn = (record: { effects: readonly { kind: string }[] }) =>
      record.effects.filter(({ kind }) => kind === 'raise');
    const answered = called(desk, resolved(desk).owed, 'xu-fang', 'answer', answer);
    expect(raisedIn(answered)).toMatchObject([raises]);
    const undone = called(desk, answered, 'xu-fang', 'undo');
    expect(raisedIn(called(desk, undone, 'xu-fang', 'answer', answer))).toHaveLength(1);
  },
);

test('who is satisfied proposes nothing', () => {
  const desk = openCallDesk();
  const answered = called(desk, resolved(desk).owed, 'xu-fang', 'answer', { score: '3', complaint: 'no' });
  expect(answered.effects.some(({ kind }) => kind === 'raise')).toBe(false);
});

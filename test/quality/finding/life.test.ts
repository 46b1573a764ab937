import { describe, expect, test } from 'vitest';
import { finding } from '../../../src/quality/finding/finding.ts';
import { punctualityOf } from '../../../src/records/shape/clocks.ts';
import { MONDAY, testOrganisation } from '../../support/organisation.ts';
import { openPureEngine } from '../../worlds/pure-engine.ts';
import { answers } from './answers.ts';
import { findingIn, write } from './finding-in.ts';

describe('a question to the reporter', () => {
  test('keeps the time for triage, which runs on until the finding is issued', () => {
    const desk = openPureEngine();
    const reported = desk.report();
    const asked = desk.make(reported, 'chen-jing', 'askBack', answers.askBack);
    expect(asked).toMatchObject({ state: 'askedBack', ownerIds: ['emily'], due: reported.due });
    desk.at('2026-11-25T02:00:00Z');
    const replied = desk.make(asked, 'emily', 'replyBack', answers.replyBack);
    expect(replied).toMatchObject({ state: 'reported', due: reported.due });
    const issued = desk.make(replied, 'chen-jing', 'issue', answers.issue);
    const clock = issued.clocks[0];
    expect(clock && punctualityOf(clock, MONDAY)).toBe('late');
  });
});

describe('an issued finding is confirmed or contested within a working day', () => {
  const issuedAt = () => {
    const desk = openPureEngine();
    return { desk, issued: desk.make(desk.report(), 'chen-jing', 'issue', answers.issue) };
  };

  test('as a duty with a clock of its own, beside the time for the report', () => {
    const { desk, issued } = issuedAt();
    expect(issued.duties).toMatchObject([{ step: 'confirm', day: '2026-11-24', ownerIds: ['wang-lei'] }]);
    const confirmed = desk.make(issued, 'wang-lei', 'confirm');
    expect(confirmed).toMatchObject({ duties: [], due: issued.due });
    const clock = confirmed.clocks.find(({ step }) => step === 'confirm');
    expect(clock && punctualityOf(clock, MONDAY)).toBe('onTime');
  });

  test('a contest comes too late after that, and the answer says until when it could come', () => {
    const { desk, issued } = issuedAt();
    desk.at('2026-11-25T02:00:00Z');
    expect(desk.ask(finding, issued, 'wang-lei', 'contest', answers.contest)).toMatchObject({
      refusal: { key: 'finding.refusal.contestOver', params: { at: { instant: '2026-11-24T15:59:59.999Z' } } },
    });
  });

  test('a contest that is dismissed leaves the deadline; both views stay on record', () => {
    const { desk, issued } = issuedAt();
    const contested = desk.make(issued, 'wang-lei', 'contest', answers.contest);
    expect(contested).toMatchObject({ due: issued.due, duties: [{ step: 'contest', day: '2026-11-25' }] });
    const decided = desk.make(contested, 'chen-jing', 'decideContest', answers.decideContest);
    expect(decided).toMatchObject({
      due: issued.due,
      duties: [],
      data: { contests: [{ reason: answers.contest.reason, outcome: 'dismissed', remark: '纸质日志没有签字' }] },
    });
  });

  test('an upheld one may name another department, which confirms in its turn; the first deadline stands', () => {
    const { desk, issued } = issuedAt();
    const contested = desk.make(issued, 'wang-lei', 'contest', { about: ['addressee'], reason: '机房归研发部' });
    const moved = desk.make(contested, 'chen-jing', 'decideContest', {
      outcome: 'upheld',
      remark: '属实',
      department: 'rd',
    });
    expect(moved).toMatchObject({
      departmentId: 'rd',
      ownerIds: ['zheng-kai'],
      due: issued.due,
      duties: [{ step: 'confirm', ownerIds: ['zheng-kai'] }],
      data: { transfers: [{ kind: 'department', from: 'omd', to: 'rd' }] },
    });
  });

  test('a later deadline set by the decision is an extension: on-time is measured against the first', () => {
    const { desk, issued } = issuedAt();
    const contested = desk.make(issued, 'wang-lei', 'contest', answers.contest);
    const said = { ...answers.decideContest, newDay: '2026-12-04' };
    const decided = desk.make(contested, 'chen-jing', 'decideContest', said);
    expect(decided.due?.day).toBe('2026-12-04');
    expect(decided.clocks.find(({ step }) => step === 'issued')?.first).toEqual(issued.due?.at);
  });

  test('a kind that becomes an observation is answered within the time there was', () => {
    const { desk, issued } = issuedAt();
    const amended = desk.make(issued, 'chen-jing', 'amend', {
      title: '巡检记录缺失',
      kind: 'observation',
      reason: '未违反要求',
    });
    expect(amended).toMatchObject({ state: 'toAnswer', due: issued.due });
    expect(amended.data.amendments).toMatchObject([
      { by: 'chen-jing', changes: [{ field: 'kind', before: 'minor', after: 'observation' }] },
    ]);
  });
});

test('a report that is withdrawn goes back to where it was, and its time runs on', () => {
  const desk = openPureEngine();
  const issued = findingIn(desk, 'issued');
  const submitted = desk.make(issued, 'liu-yang', 'submitCapa');
  desk.at('2026-11-24T02:00:00Z');
  const back = desk.make(submitted, 'liu-yang', 'withdrawCapa');
  expect(back).toMatchObject({ state: 'issued', due: issued.due });
  expect(back.clocks.filter(({ step }) => step === 'issued')).toMatchObject([{ metAt: null, first: issued.due?.at }]);
});

describe('the review of the effect', () => {
  const submittedAs = (kind: 'major' | 'minor') => {
    const desk = openPureEngine();
    const issued = desk.make(desk.report(), 'chen-jing', 'issue', { ...answers.issue, kind });
    const written = write(desk, desk.make(issued, 'wang-lei', 'assign', answers.assign));
    const { criterion } = answers.saveEffect;
    return {
      desk,
      submitted: desk.make(desk.make(written, 'liu-yang', 'saveEffect', { criterion }), 'liu-yang', 'submitCapa'),
    };
  };

  test('of a major one is thirty days after its last action, on a working day; of a minor one there is none', () => {
    expect(submittedAs('major').submitted.data.capa.reviewDay).toBe('2027-01-04');
    expect(submittedAs('minor').submitted.data.capa.reviewDay).toBeUndefined();
  });

  test('without one the verification closes the finding', () => {
    const { desk, submitted } = submittedAs('minor');
    const acting = desk.make(submitted, 'chen-jing', 'approveCapa');
    const done = acting.data.raised.reduce(
      (all, { number }) => desk.make(all, 'system', 'actionDone', { number }),
      acting,
    );
    expect(desk.make(done, 'chen-jing', 'verify', answers.verify).state).toBe('closed');
  });

  test('is set by the approver, not before the last action is due', () => {
    const { desk, submitted } = submittedAs('minor');
    const early = { review: 'on', reviewDay: '2026-12-01' };
    expect(desk.ask(finding, submitted, 'chen-jing', 'setReviewDay', early)).toMatchObject({
      refusal: { key: 'finding.refusal.reviewTooEarly' },
    });
    const set = desk.make(submitted, 'chen-jing', 'setReviewDay', answers.setReviewDay);
    expect(set).toMatchObject({ state: 'submitted', data: { capa: { reviewDay: '2027-01-15' } } });
  });
});

test('several actions are sent back at once', () => {
  const desk = openPureEngine();
  const verifying = findingIn(desk, 'verifying');
  const actions = verifying.data.raised.map(({ number }) => number);
  const verdict = desk.ask(finding, verifying, 'li-na', 'sendBack', { actions, reason: '都没有发布' });
  if (verdict.verdict !== 'done') throw new Error(JSON.stringify(verdict));
  expect(verdict.intents.flatMap((intent) => (intent.kind === 'signal' ? [intent.number] : []))).toEqual(actions);
});

test('with a finding its open actions are withdrawn', () => {
  const desk = openPureEngine();
  const verdict = desk.ask(finding, findingIn(desk, 'acting'), 'chen-jing', 'withdraw', answers.withdraw);
  expect(verdict).toMatchObject({
    record: { state: 'withdrawn', open: false },
    intents: expect.arrayContaining([
      expect.objectContaining({ kind: 'signal', number: 'FD-2026-0001-A1', move: 'withdraw' }),
    ]),
  });
});

describe('an observation', () => {
  test('that nothing is done about closes when the answer is accepted', () => {
    const desk = openPureEngine();
    const said = { intent: 'wont', answer: '风险可接受' };
    const answered = desk.make(findingIn(desk, 'toAnswer'), 'liu-yang', 'answer', said);
    expect(desk.make(answered, 'chen-jing', 'acceptAnswer').state).toBe('closed');
  });

  test('that something is done about stays open until it is done', () => {
    const desk = openPureEngine();
    const agreed = findingIn(desk, 'agreed');
    expect(agreed).toMatchObject({ ownerIds: ['liu-yang'], due: { day: '2026-12-04' } });
    expect(desk.make(agreed, 'liu-yang', 'finishAnswer', answers.finishAnswer).state).toBe('closed');
  });

  test('needs a day for what will be done', () => {
    const desk = openPureEngine();
    const said = { intent: 'will', answer: '修订交接单' };
    expect(desk.ask(finding, findingIn(desk, 'toAnswer'), 'liu-yang', 'answer', said)).toMatchObject({
      refusal: { key: 'finding.refusal.answerNeedsDay' },
    });
  });
});

describe('where segregation of duties leaves nobody', () => {
  test('because the lead auditors have left, the chain decides', () => {
    const { data } = testOrganisation();
    const people = data.people.map((person) => ({
      ...person,
      roles: person.roles.filter((role) => role !== 'leadAuditor'),
    }));
    const desk = openPureEngine(testOrganisation({ people }));
    const written = findingIn(desk, 'issued', { source: 'internalAudit' });
    expect(desk.make(written, 'liu-yang', 'submitCapa')).toMatchObject({
      ownerIds: ['li-na'],
      ownedByChain: 'qedManager',
    });
  });

  test('because the quality department is one person, the chain decides on a report of that department', () => {
    const { data } = testOrganisation();
    const people = data.people.map((person) =>
      person.id === 'li-na' ? person : { ...person, roles: person.roles.filter((role) => role !== 'qed') },
    );
    const desk = openPureEngine(testOrganisation({ people }));
    const issued = desk.make(desk.report(), 'li-na', 'issue', { ...answers.issue, department: 'qed' });
    const steps = ['saveCorrection', 'saveCause', 'addAction', 'saveEffect'] as const;
    const written = steps.reduce((record, step) => desk.make(record, 'li-na', step, answers[step]), issued);
    expect(desk.make(written, 'li-na', 'submitCapa')).toMatchObject({ ownerIds: ['zhou-min'], ownedByChain: 'mr' });
  });
});

test('a handler passes a finding on; the head is told and the deadline stands', () => {
  const desk = openPureEngine();
  const issued = findingIn(desk, 'issued');
  const verdict = desk.ask(finding, issued, 'liu-yang', 'transfer', answers.transfer);
  expect(verdict).toMatchObject({
    record: { ownerIds: ['xu-fang'], due: issued.due },
    intents: expect.arrayContaining([
      expect.objectContaining({
        personId: 'wang-lei',
        lead: expect.objectContaining({ key: 'finding.news.transferred' }),
      }),
    ]),
  });
});

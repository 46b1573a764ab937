import { describe, expect, test } from 'vitest';
import { complaint } from '../../../src/quality/complaint/complaint.ts';
import { tellComplainant } from '../../../src/quality/complaint/tell-complainant.ts';
import { proposal } from '../../../src/quality/proposal/proposal.ts';
import type { RaiseEffect } from '../../../src/records/shape/effect.ts';
import { openServiceDesk } from '../incident/incident-in.ts';
import { answers, type Complaint, complaintIn, make, received } from './complaint-in.ts';

const raises = ({ effects }: Complaint) => effects.filter((effect): effect is RaiseEffect => effect.kind === 'raise');

describe('the receipt', () => {
  test('knows project, customer, contact and record from what was said, and who took it down when', () => {
    expect(received(openServiceDesk(), { received: '09:40' })).toMatchObject({
      state: 'received',
      departmentId: 'omd',
      createdBy: 'emily',
      data: {
        customerId: 'metro',
        contactId: 'qian-ming',
        about: 'IN-2026-0001',
        receiverId: 'emily',
        receivedAt: '2026-11-23T01:40:00.000Z',
      },
    });
  });

  test('without the words is completed by one form, and the words stand in the place of what was known', () => {
    const desk = openServiceDesk();
    const record = received(desk, { what: '客户在回访中提出投诉，原话待补记', wordless: true });
    const view = { ...desk.setting(), locale: 'zh-CN', platform: 'slack', workspace: 'T1', viewer: 'xu-fang' } as const;
    const hint = '还没有记下客户的原话，请点“补记原话”。';
    expect(JSON.stringify(complaint.body(record, view))).toContain(hint);
    const told = make(desk, record, 'xu-fang', 'putInWords', answers.putInWords);
    expect(told).toMatchObject({ state: 'received', data: { what: answers.putInWords.text } });
    expect(told.data).not.toHaveProperty('wordless');
    expect(JSON.stringify(complaint.body(told, view))).not.toContain(hint);
  });

  test('is acknowledged within a working day and answered within five of the receipt', () => {
    const desk = openServiceDesk();
    const record = received(desk);
    expect(record.due?.day).toBe('2026-11-24');
    desk.at('2026-11-24T02:00:00Z');
    const told = make(desk, record, 'wang-lei', 'acknowledge', answers.acknowledge);
    expect(told.due?.day).toBe('2026-11-30');
    expect(told.clocks.find(({ step }) => step === 'received')?.metAt).toEqual(new Date('2026-11-24T02:00:00Z'));
  });

  test('takes what a call-back raises, without a person', () => {
    const desk = openServiceDesk();
    const said = {
      kind: 'complaint',
      what: '态度不好',
      projectId: 'metro-3',
      customerId: 'metro',
      contactId: 'qian-ming',
    };
    const record = desk.create(
      complaint,
      'system',
      { ...said, channel: 'callBack', about: 'IN-2026-0001-C1' },
      'CP-2026-0002',
    );
    expect(record.data).toMatchObject({ receiverId: null, channel: 'callBack', contactId: 'qian-ming' });
    const bare = { kind: 'suggestion', what: '每月发一次月报', projectId: null, customerId: null, contactId: null };
    expect(desk.create(complaint, 'system', { ...bare, channel: 'survey' }, 'CP-2026-0003').data).toMatchObject({
      projectId: null,
      departmentId: null,
    });
  });
});

test('the person who informs the complainant says who that is, if nobody has said yet', () => {
  const desk = openServiceDesk();
  const told = (contactName: string) =>
    make(desk, received(desk, { contactName: undefined }), 'wang-lei', 'acknowledge', { how: 'phone', contactName })
      .data;
  expect(told('钱明')).toMatchObject({ contactId: 'qian-ming' });
  expect(told('门卫')).toMatchObject({ contactId: null, contactName: '门卫' });
  const known = make(desk, received(desk), 'wang-lei', 'acknowledge', { how: 'phone', contactName: '门卫' });
  expect(known.data).toMatchObject({ contactId: 'qian-ming' });
  expect(known.data.contactName).toBeUndefined();
});

describe('a complaint of a colleague', () => {
  test('is seen by those who deal with it alone, from the first moment', () => {
    const record = received(openServiceDesk(), { accusedId: 'liu-yang' });
    expect(record).toMatchObject({ restricted: true, cards: [] });
    expect([...record.readerIds].sort()).toEqual(['emily', 'wang-lei']);
    expect(record.effects.some((effect) => effect.kind === 'post' && effect.purpose === 'channel')).toBe(false);
  });

  test('without a named person is with the quality department until it is known whom it concerns', () => {
    const desk = openServiceDesk();
    const record = received(desk, { restricted: true });
    expect([...record.readerIds].sort()).toEqual(['chen-jing', 'emily', 'he-min', 'li-na', 'sun-yue']);
    const named = make(desk, record, 'chen-jing', 'assign', { ...answers.assign, accusedId: 'liu-yang' });
    expect([...named.readerIds].sort()).toEqual(['emily', 'wang-lei', 'wu-qiang']);
  });

  test('is restricted as soon as it turns out to be one', () => {
    const desk = openServiceDesk();
    const named = make(desk, received(desk), 'wang-lei', 'assign', { ...answers.assign, accusedId: 'liu-yang' });
    expect(named.restricted).toBe(true);
  });

  test('is not handled by that colleague: they are not to be chosen, and the chain decides where they would be', () => {
    const desk = openServiceDesk();
    const verdict = desk.ask(complaint, received(desk), 'wang-lei', 'assign', {
      severity: 'minor',
      handlerId: 'liu-yang',
      accusedId: 'liu-yang',
    });
    expect(verdict).toMatchObject({ verdict: 'refused', refusal: { key: 'complaint.refusal.ownMatter' } });
    const ofManager = received(desk, { accusedId: 'wang-lei' });
    expect(ofManager).toMatchObject({ ownerIds: ['li-na'], ownedByChain: 'qedManager' });
    expect(ofManager.readerIds).not.toContain('wang-lei');
  });
});

describe('what is upheld', () => {
  test('proposes one finding to QED, with what was said and what was found', () => {
    const [raise, ...more] = raises(complaintIn(openServiceDesk(), 'answered'));
    expect(more).toEqual([]);
    expect(raise).toMatchObject({
      type: 'proposal',
      number: 'CP-2026-0001-P1',
      input: {
        cause: 'complaint',
        about: 'CP-2026-0001',
        projectId: 'metro-3',
        departmentId: 'omd',
        restricted: false,
      },
    });
    const desk = openServiceDesk();
    expect(desk.create(proposal, 'system', raise?.input, 'CP-2026-0001-P1').data.facts).toContain('派单晚了 40 分钟');
  });

  test('proposes nothing where the investigation found it unfounded, and no second one for a second answer', () => {
    const desk = openServiceDesk();
    const unfounded = make(desk, complaintIn(desk, 'investigating'), 'wu-qiang', 'answer', {
      ...answers.answer,
      upheld: 'no',
    });
    expect(raises(unfounded)).toEqual([]);
    const again = make(desk, complaintIn(desk, 'escalated'), 'chen-jing', 'answerEscalated', answers.answerEscalated);
    expect(raises(again)).toHaveLength(1);
  });

  test('keeps what is restricted from everybody else in the proposal, too, and fits however long the words are', () => {
    const desk = openServiceDesk();
    const open = complaintIn(desk, 'investigating', { accusedId: 'liu-yang', what: '慢'.repeat(2000) });
    const record = make(desk, open, 'wu-qiang', 'answer', { upheld: 'partly', text: '😀'.repeat(1500) });
    const raised = desk.create(proposal, 'system', raises(record)[0]?.input, 'CP-2026-0001-P1');
    expect(raised).toMatchObject({ restricted: true });
    expect(raised.readerIds).toContain('wu-qiang');
    expect(raised.readerIds).not.toContain('liu-yang');
  });
});

describe('what the complainant says', () => {
  test('leads to the closing where they accept', () => {
    const record = complaintIn(openServiceDesk(), 'closed');
    expect(record).toMatchObject({ open: false, data: { closing: answers.close.text } });
    expect(record.data.answers).toMatchObject([{ reaction: 'accepted', words: '这样可以', upheld: 'yes' }]);
  });

  test('leads to another look with a new day to answer where they do not, and to QED where they escalate', () => {
    const desk = openServiceDesk();
    const answered = complaintIn(desk, 'answered');
    desk.at('2026-12-01T02:00:00Z');
    const again = make(desk, answered, 'xu-fang', 'react', { reaction: 'notAccepted', words: '没有说赔多少' });
    expect(again).toMatchObject({ state: 'investigating', ownerIds: ['wu-qiang'], data: { answerBy: '2026-12-08' } });
    const up = make(desk, answered, 'xu-fang', 'react', { reaction: 'escalated' });
    expect(up).toMatchObject({ state: 'escalated' });
    expect(up.ownerIds).toContain('chen-jing');
  });

  test('may open it again after the closing, and what is upheld then proposes a finding of its own', () => {
    const desk = openServiceDesk();
    const closed = complaintIn(desk, 'closed');
    desk.at('2026-12-14T02:00:00Z');
    const again = make(desk, closed, 'xu-fang', 'reopen', answers.reopen);
    expect(again).toMatchObject({ state: 'investigating', round: 1, open: true, data: { answerBy: '2026-12-21' } });
    const answered = make(desk, again, 'wu-qiang', 'answer', answers.answer);
    expect(raises(answered).map(({ number }) => number)).toEqual(['CP-2026-0001-P1', 'CP-2026-0001-P2']);
  });
});

describe('a suggestion', () => {
  test('is thanked for and assessed; adopted, it proposes an improvement', () => {
    const desk = openServiceDesk();
    const adopted = make(desk, complaintIn(desk, 'assessing'), 'wu-qiang', 'adopt', answers.adopt);
    expect(adopted).toMatchObject({ state: 'closed', data: { assessment: { adopted: true } } });
    expect(raises(adopted)).toMatchObject([{ input: { cause: 'suggestion' } }]);
  });

  test('is declined with a reason, and proposes nothing', () => {
    const desk = openServiceDesk();
    const declined = make(desk, complaintIn(desk, 'assessing'), 'wu-qiang', 'notAdopt', answers.notAdopt);
    expect(declined).toMatchObject({ state: 'closed', data: { assessment: { adopted: false } } });
    expect(raises(declined)).toEqual([]);
  });
});

test('the complainant can be told the number, where it stands and by when, in each state', () => {
  const desk = openServiceDesk();
  const said = (record: Complaint) => tellComplainant(record, desk.org);
  expect(said(received(desk))).toBe(
    '您好，您于2026年11月23日提出的投诉已收到，编号 CP-2026-0001。我们会尽快核实，并在2026年11月30日前答复您。',
  );
  expect(said(complaintIn(desk, 'answered'))).toContain('本月起早高峰安排一人驻站');
  expect(said(complaintIn(desk, 'assessing'))).toContain('感谢您');
  expect(said(complaintIn(desk, 'closed'))).toContain('已处理完毕');
});

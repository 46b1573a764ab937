import { describe, expect, test } from 'vitest';
import { callBack } from '../../../src/quality/call-back/call-back.ts';
import { complaint } from '../../../src/quality/complaint/complaint.ts';
import type { RaiseEffect } from '../../../src/records/shape/effect.ts';
import type { PureEngine } from '../../worlds/pure-engine.ts';
import { answers, type CallBack, called, openCallDesk, resolved } from './call-back-in.ts';

test('the complaint type takes what a call-back raises', () => {
  const desk = openCallDesk();
  const said = { score: '1', complaint: 'yes', comment: '电话打了三次才有人接' };
  const answered = called(desk, resolved(desk).owed, 'xu-fang', 'answer', said);
  const raised = answered.effects.find(({ kind }) => kind === 'raise');
  const opened = desk.create(complaint, 'system', raised?.kind === 'raise' ? raised.input : {}, 'CP-2026-0001');
  expect(opened.data).toMatchObject({ contactId: 'qian-ming', projectId: 'metro-3', channel: 'callBack' });
});

describe('a complaint that is opened while the call goes on', () => {
  const complaintsOf = ({ effects }: CallBack) =>
    effects.filter((effect): effect is RaiseEffect => effect.kind === 'raise' && effect.type === 'complaint');
  const openedIn = (desk: PureEngine) => called(desk, resolved(desk).owed, 'xu-fang', 'complain');

  test('says what is known, of whom and by whom it was received, and that the words are to follow', () => {
    const desk = openCallDesk();
    const [raised] = complaintsOf(openedIn(desk));
    expect(raised).toMatchObject({ tells: 'complained' });
    expect(desk.create(complaint, 'system', raised?.input, 'CP-2026-0001')).toMatchObject({
      data: {
        what: '闸机不能刷卡：客户在回访中提出投诉，原话待补记。服务单 IN-2026-0001。\n处理情况：更换了读卡器',
        wordless: true,
        projectId: 'metro-3',
        customerId: 'metro',
        contactId: 'qian-ming',
        channel: 'callBack',
        receiverId: 'xu-fang',
        about: 'IN-2026-0001-C1',
      },
      common: { links: [{ kind: 'evidence', number: 'IN-2026-0001' }] },
    });
  });

  test.each([
    { score: '1', complaint: 'no' },
    { score: '1', complaint: 'yes' },
    { score: '1', complaint: 'yes', comment: '等了两个小时' },
  ])('is the only one, no matter what is answered afterwards: %j', (said) => {
    const desk = openCallDesk();
    const answered = called(desk, openedIn(desk), 'xu-fang', 'answer', said);
    expect(answered.data.answer).toMatchObject({ score: 1, complaint: true });
    // Nor is the low score proposed beside it.
    expect(answered.effects.filter(({ kind }) => kind === 'raise')).toHaveLength(1);
    const again = called(desk, called(desk, answered, 'xu-fang', 'undo'), 'xu-fang', 'answer', said);
    expect(complaintsOf(again)).toHaveLength(1);
  });

  test('is opened once, and stays with its number when the answer is taken back', () => {
    const desk = openCallDesk();
    const opened = called(desk, openedIn(desk), 'system', 'complained', { number: 'CP-2026-0001' });
    expect(desk.ask(callBack, opened, 'xu-fang', 'complain')).toMatchObject({
      refusal: { key: 'callBack.refusal.complained' },
    });
    const undone = called(desk, called(desk, opened, 'xu-fang', 'answer', answers.answer), 'xu-fang', 'undo');
    expect(undone).toMatchObject({ state: 'due', data: { complaint: { by: 'xu-fang', number: 'CP-2026-0001' } } });
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callBackData } from '../../src/quality/call-back/call-back-data.ts';
import { agent, colleague, openServiceStage, type ServiceStage } from './service-stage.ts';
import { platforms } from './stage.ts';

const quality = 'chen-jing';
const manager = 'wang-lei';
const handler = 'liu-yang';
const PUBLIC_URL = 'https://qm.example.com';

describe.each(platforms)('the service desk on %s', (platform) => {
  let stage: ServiceStage;
  beforeAll(async () => {
    stage = await openServiceStage(platform, { PUBLIC_URL });
  });
  afterAll(() => stage.stop());
  const stored = (number: string) => stage.scene.app.records.load({ number });

  /** How often somebody is shown a card on which a customer's answer can be pressed. */
  const cardsOf = async (who: string) => (await stage.desk.toldSoFar(who)).match(/"无人接听"/g)?.length ?? 0;

  /** The only customer to call, before the agent. */
  async function call(title: string): Promise<void> {
    await stage.scene.settle();
    await stage.desk.say(agent, '/callback');
    await expect.poll(() => stage.desk.told(agent)).toContain(title);
  }

  test('a low score is proposed to QED, withdrawn when it is taken back, and filed with one press, its evidence linked', async () => {
    const number = await stage.arrive({ title: 'A 口闸机不能刷卡', requester: '钱明' });
    const proposed = `${number}-C1-P1`;
    await call('A 口闸机不能刷卡');
    await stage.press(agent, number, '不满意');
    expect(await stage.state(proposed)).toBe('proposed');
    await stage.press(agent, number, '撤回上一步');
    expect(await stage.state(proposed)).toBe('withdrawn');
    await expect.poll(() => stage.desk.directMessage(quality)).toContain('无需再定夺');
    await stage.press(agent, number, '非常不满意');
    expect(await stage.state(proposed)).toBe('proposed');

    await stage.press(quality, proposed, '立为发现项');
    const proposal = await stored(proposed);
    expect(proposal).toMatchObject({ state: 'filed', data: { finding: 'FD-2026-0001' } });
    expect(await stored('FD-2026-0001')).toMatchObject({
      state: 'reported',
      data: { source: 'dataAnalysis', reporterId: quality },
      common: {
        links: [
          { kind: 'evidence', number: `${number}-C1` },
          { kind: 'evidence', number: proposed },
        ],
      },
    });
    await stage.press(agent, number, '关闭');
  });

  test('a missed SLA is proposed to QED, and declined with a reason', async () => {
    const number = await stage.arrive({ title: '核心交换机中断', requester: '钱明', priority: 'p1', took: 300 });
    await stage.scene.settle();
    expect(await stage.desk.directMessage(quality)).toContain('SLA 未达成');
    await stage.press(quality, `${number}-P1`, '不立项', { reason: '客户要求夜间停机窗口' });
    expect(await stored(`${number}-P1`)).toMatchObject({
      state: 'declined',
      data: { reason: '客户要求夜间停机窗口' },
    });
    await call('核心交换机中断');
    await stage.press(agent, number, '非常满意');
    expect(await stage.state(number)).toBe('closed');
  });

  test('a customer who was called complains: it is opened with the answer and goes through to its closing', async () => {
    const number = await stage.arrive({ title: 'B 口通道门打不开', requester: '钱明' });
    await call('B 口通道门打不开');
    await stage.press(agent, number, '详细填写', { score: '1', complaint: 'yes', comment: '打了三次才有人接' });
    const complaint = 'CP-2026-0001';
    expect(await stored(complaint)).toMatchObject({
      state: 'received',
      data: { about: `${number}-C1`, what: '打了三次才有人接', contactId: 'qian-ming', receiverId: agent },
    });
    await stage.press(manager, complaint, '定级并指派', { severity: 'serious', handlerId: handler });
    await stage.press(agent, complaint, '告知客户', { how: 'phone' });
    expect(await stage.state(complaint)).toBe('investigating');
    await stage.press(handler, complaint, '登记调查情况', { text: '话务高峰只有一人值守' });
    await stage.press(handler, complaint, '答复', { upheld: 'no', text: '当时线路故障', remedy: '提供备用号码' });
    await stage.press(agent, complaint, '登记客户意见', { reaction: 'accepted' });
    await stage.press(handler, complaint, '终止', { text: '备用号码已发客户' });
    expect(await stored(complaint)).toMatchObject({ state: 'closed', open: false });
    await stage.press(agent, number, '关闭');
  });

  test('a customer complains in the call: one press opens it, the call goes on in the same card, and its words are added in one form', async () => {
    const number = await stage.arrive({ title: 'D 口客服电话没人接', requester: '钱明' });
    await call('D 口客服电话没人接');
    const before = await cardsOf(agent);
    await stage.press(agent, number, '客户投诉');
    await expect.poll(() => stage.desk.told(agent)).toContain('已登记投诉 CP-2026-0002');
    const card = await stage.desk.told(agent);
    expect(card).toContain('D 口客服电话没人接');
    expect(card).not.toContain('"客户投诉"');
    expect(await cardsOf(agent)).toBe(before);
    expect(await stored('CP-2026-0002')).toMatchObject({
      state: 'received',
      data: { about: `${number}-C1`, projectId: 'metro-3', contactId: 'qian-ming', receiverId: agent, wordless: true },
      common: { links: [{ kind: 'evidence', number }] },
    });

    await stage.press(agent, number, '详细填写', { score: '1', comment: '打了三次才有人接' });
    expect(await stored(`${number}-C1`)).toMatchObject({ state: 'reached', data: { answer: { complaint: true } } });
    expect(await stored('CP-2026-0003')).toBeNull();
    expect(await stored(`${number}-C1-P1`)).toBeNull();
    await stage.desk.say(agent, '/complaint show CP-2026-0002');
    await expect.poll(() => stage.desk.told(agent)).toContain('请点“补记原话”');
    await stage.press(agent, 'CP-2026-0002', '补记原话', { text: '打了三次才有人接' });
    expect(await stored('CP-2026-0002')).toMatchObject({ data: { what: '打了三次才有人接' } });
    await stage.press(agent, number, '关闭');
  });

  test('who will not talk gets a link from the card, and what they say there is proposed, too', async () => {
    const number = await stage.arrive({ title: 'C 口闸机慢', requester: '钱明' });
    await call('C 口闸机慢');
    await stage.press(agent, number, '发评价链接');
    const told = await stage.desk.told(agent);
    const path = /https:\/\/qm\.example\.com(\/c\/[\w.-]+)/.exec(told)?.[1];
    if (path === undefined) throw new Error(`no link in ${told}`);
    const sent = await fetch(stage.scene.app.url + path, {
      method: 'POST',
      body: new URLSearchParams({ score: '1', comment: '还是慢' }),
      redirect: 'manual',
    });
    expect(sent.status).toBe(303);
    await stage.scene.settle();
    expect(await stage.state(`${number}-C1`)).toBe('reached');
    expect(await stored(`${number}-P2`)).toMatchObject({
      state: 'proposed',
      data: { cause: 'lowScore', about: number },
    });
    await stage.press(agent, number, '下一位');
    await stage.press(agent, number, '关闭');
  });

  test('forty customers follow each other in one card, one press each; the rest of the shift is a colleague’s', async () => {
    const contacts = [
      { requester: '钱明' },
      { requester: '孙丽' },
      { requester: '高军', project: 'city-cloud' },
      { requester: 'Anna Berg', project: 'city-cloud' },
    ] as const;
    const numbers: string[] = [];
    for (let count = 0; count < 40; count++) {
      const contact = contacts[count % 4] ?? contacts[0];
      numbers.push(await stage.arrive({ title: `第 ${count + 1} 次报修`, ...contact }));
    }
    await stage.scene.settle();
    const before = await cardsOf(agent);
    const work = async (who: string, count: number) => {
      await stage.desk.say(who, '/callback');
      for (let done = 0; done < count; done++) {
        await expect.poll(() => stage.desk.told(who)).toContain(`本次已完成 ${done} 条`);
        await stage.desk.press(who, '', '非常满意');
      }
    };
    await work(agent, 25);
    await expect.poll(() => stage.desk.told(agent)).toContain('还有 15 条可回访，本次已完成 25 条');
    await stage.desk.say(agent, '/callback share');
    expect(await stage.desk.fill(agent, { to: colleague })).toBe('');
    // The news of what was passed on waits while people press; the colleague begins when it is there.
    await stage.scene.settle();
    await work(colleague, 15);
    await expect.poll(() => stage.desk.told(colleague)).toContain('都回访完了，本次完成 15 条');
    await stage.scene.settle();

    const called = await Promise.all(numbers.map((number) => stored(`${number}-C1`)));
    const by = called.map((record) => callBackData.parse(record?.data).answer?.by);
    expect([agent, colleague].map((who) => by.filter((one) => one === who).length)).toEqual([25, 15]);
    const incidents = await Promise.all(numbers.map((number) => stage.state(number)));
    expect(incidents.filter((state) => state === 'closed')).toHaveLength(40);
    // One card for all of them: the agent's stands at the customer who was passed on, the colleague's at the end.
    expect([(await cardsOf(agent)) - before, await cardsOf(colleague)]).toEqual([1, 0]);
  });
});

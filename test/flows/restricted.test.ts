import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readXlsx } from '../../src/org/people-file/read-xlsx.ts';
import { eventually } from '../support/eventually.ts';
import { orgFor } from './org-for.ts';
import {
  ask,
  expectSound,
  fill,
  findingOn,
  issue,
  type OnPlatform,
  openOnPlatform,
  platforms,
  press,
  pressMore,
  report,
} from './stage.ts';

/** What nobody may see who is not named. Nobody in the tests types it who may not know it. */
const SECRET = '孙某';
const CONTROL = '灭火器';
/** One of the same department, a head, an administrator, and TOP. */
const outsiders = ['tang-wei', 'wang-lei', 'zheng-kai', 'zhao-guohua'] as const;

describe.each(platforms)('a restricted finding on %s', (platform) => {
  let stage: OnPlatform;
  let number: string;
  let control: string;

  beforeAll(async () => {
    stage = await openOnPlatform(platform, (seats) => orgFor(() => seats, [seats], ['findings', 'digest']));
  });
  afterAll(() => stage.stop());

  /** Nobody who is not named has seen anything of it so far. */
  function expectKept(...more: readonly string[]): void {
    for (const person of [...outsiders, ...more]) expect(stage.seen(person), person).not.toContain(SECRET);
  }

  test('is issued without a word in the channel', async () => {
    await stage.app.sweep();
    control = await report(stage, '灭火器压力表指针在红区');
    await issue(stage, control, '灭火器压力不足');
    number = await report(stage, '孙某外借仓库备件三次', { visibility: 'restricted' });
    await press(stage, 'li-na', number, '下发');
    const issued = {
      title: '孙某外借仓库备件三次',
      kind: 'minor',
      department: 'hr',
      criterion: '5.1',
      source: 'complaint',
    };
    await fill(stage, 'li-na', issued);
    await press(stage, 'ma-li', number, '确认');
    const channel = (await stage.desk.channel()).join('\n');
    expect(channel).toContain(CONTROL);
    expect(channel).not.toContain(SECRET);
    expect(channel).not.toContain(number);
  });

  test('is visible to the reporter, to those who answer it, to QED and MR', async () => {
    for (const person of ['huang-tao', 'ma-li', 'li-na', 'chen-jing', 'zhou-min']) {
      expect(await ask(stage, person, `/qm ${number}`), person).toContain(SECRET);
      expect(await ask(stage, person, '/finding list'), person).toContain(SECRET);
      expect(await ask(stage, person, '/finding search 外借'), person).toContain(SECRET);
    }
    expect(await ask(stage, 'ma-li', '/qm mine')).toContain(SECRET);
    expect(await stage.home('ma-li')).toContain(SECRET);
  });

  test('is in nobody else’s lists, searches, figures, near misses or home', async () => {
    for (const person of outsiders) {
      expect(await ask(stage, person, '/finding list'), person).toContain(CONTROL);
      for (const said of [
        '/finding list all',
        '/finding list department 人力资源部',
        '/finding list kind minor source complaint',
        '/finding search 外借',
        '/finding 外借',
        '/finding lst 外借',
        '/finding stats',
        '/qm mine',
        '/qm approvals',
        '/qm overdue',
        `/qm ${Number(number.slice(-4))}`,
      ]) {
        expect(await ask(stage, person, said), `${person} ${said}`).not.toContain(number);
      }
      expect(await stage.home(person)).not.toContain(number);
    }
    expectKept();
  });

  test('is not found by its number, no matter what is tried with it', async () => {
    const missing = `没有找到 ${number}`;
    for (const person of outsiders) {
      for (const said of [
        `/qm ${number}`,
        `/finding show ${number}`,
        `/finding 下发 ${number}`,
        `/finding 关注 ${number}`,
      ]) {
        expect(await ask(stage, person, said), `${person} ${said}`).toContain(missing);
      }
    }
    await pressMore(stage, 'wang-lei', control, '关联其他记录');
    await stage.desk.fill('wang-lei', { kind: 'related', number });
    expect(await stage.desk.formText('wang-lei')).toContain(missing);
    await stage.sendPhoto('tang-wei');
    await stage.settle();
    expect(await stage.desk.directMessage('tang-wei')).toContain('收到，要怎么处理');
    expectKept();
  });

  test('is hinted at to nobody who reports the same; QED hears of it', async () => {
    await stage.desk.say('wang-lei', '/finding new');
    await fill(stage, 'wang-lei', { what: '外借仓库备件三次', where: '仓库' });
    const told = await stage.desk.told('wang-lei');
    expect(told).toContain('已登记为');
    expect(told).not.toContain(number);
    const same = /FD-2026-\d{4}/.exec(told)?.[0] ?? '';
    await press(stage, 'li-na', same, '下发');
    expect(await stage.desk.formText('li-na')).toContain(number);
    expectKept();
  });

  test('is in no file but theirs who may read it', async () => {
    const saved = async (person: string) => {
      await ask(stage, person, '/finding list all');
      for (const [count, button] of ['存为 CSV', '存为 Excel'].entries()) {
        await stage.desk.press(person, control, button);
        await eventually(async () => {
          await stage.settle();
          return stage.filesSentTo(person).length > count;
        });
      }
      const [csv, xlsx] = stage.filesSentTo(person);
      if (!csv || !xlsx) throw new Error('no files');
      return [csv.toString('utf8'), JSON.stringify(await readXlsx(xlsx))];
    };
    for (const text of await saved('li-na')) expect(text).toContain(SECRET);
    for (const text of await saved('wang-lei')) {
      expect(text).toContain(CONTROL);
      expect(text).not.toContain(SECRET);
      expect(text).not.toContain(number);
    }
  });

  test('is told of by no reminder, digest or summary but to those it concerns', async () => {
    const { app, clock, desk } = stage;
    clock.moveTo('2026-12-07T00:31:00Z');
    for (let round = 0; round < 2; round++) await app.sweep();
    await stage.settle();
    expect(await desk.directMessage('ma-li')).toContain(SECRET);
    expect(await desk.directMessage('zhou-min')).toContain(SECRET);
    expect(await desk.directMessage('wang-lei')).toContain(CONTROL);
    clock.moveTo('2026-12-07T01:00:30Z');
    await app.sweep();
    await stage.settle();
    const channel = (await desk.channel()).join('\n');
    expect(channel).toContain('逾期周报 · 12月7日至13日');
    expect(channel).toContain('另有 1 项受限事项逾期，标题不在此列出');
    expect(channel).toContain('月度质量小结 · 2026年11月');
    await desk.press('wang-lei', '逾期周报', '查看全部逾期');
    await eventually(async () => expect(await desk.told('wang-lei')).toContain(CONTROL));
    expect(await ask(stage, 'tang-wei', '/qm digest preview')).toContain('逾期周报');
    expect(await ask(stage, 'tang-wei', '/qm digest preview month')).toContain('月度质量小结');
    expect(channel).not.toContain(SECRET);
    expectKept();
  });

  test('raises an action that is as restricted; people admitted later are admitted to that, too', async () => {
    const { desk } = stage;
    const action = `${number}-A1`;
    await ask(stage, 'ma-li', `/qm ${number}`);
    await press(stage, 'ma-li', number, '1 纠正');
    await fill(stage, 'ma-li', { correction: '已向孙某收回备件' });
    await fill(stage, 'ma-li', {
      why1: '没有领用登记',
      why2: '钥匙由一人保管',
      why3: '没有双人制度',
      causeCategory: 'procedure',
      rootCause: '钥匙管理没有规定',
    });
    await fill(stage, 'ma-li', {
      kind: 'corrective',
      action: '孙某交出钥匙，改为双人保管',
      owner: 'liu-yang',
      dueDay: '2026-12-18',
      more: 'done',
    });
    await fill(stage, 'ma-li', { criterion: '一个月无私自外借' });
    await ask(stage, 'ma-li', `/qm ${number}`);
    await press(stage, 'ma-li', number, '提交报告');
    await ask(stage, 'li-na', `/qm ${number}`);
    await press(stage, 'li-na', number, '审批通过');
    await stage.settle();
    expect((await findingOn(stage, number)).state).toBe('acting');
    for (const person of ['liu-yang', 'ma-li', 'huang-tao', 'li-na', 'zhou-min']) {
      expect(await ask(stage, person, `/qm ${action}`), person).toContain(SECRET);
    }
    for (const person of outsiders) expect(await ask(stage, person, `/qm ${action}`)).toContain(`没有找到 ${action}`);
    expect(await ask(stage, 'wang-lei', '/action list')).not.toContain(number);
    expectKept();

    await pressMore(stage, 'li-na', number, '添加可见人员');
    stage.refuseNextPost();
    await fill(stage, 'li-na', { people: ['zhao-guohua'] });
    await stage.settle();
    expect(await ask(stage, 'zhao-guohua', `/qm ${number}`)).toContain(SECRET);
    expect(await ask(stage, 'zhao-guohua', `/qm ${action}`)).toContain(SECRET);
    // What could not be delivered is the administrator's to see to, not to read.
    expect(await ask(stage, 'zheng-kai', '/qm admin')).toContain('未送达的消息（1）');
    for (const person of ['tang-wei', 'wang-lei', 'zheng-kai']) {
      expect(stage.seen(person), person).not.toContain(SECRET);
      expect(await ask(stage, person, `/qm ${action}`)).toContain(`没有找到 ${action}`);
    }
    expect((await desk.channel()).join()).not.toContain(SECRET);
  });

  test('that is restricted only at triage takes its words from the channel', async () => {
    const { desk } = stage;
    const open = await report(stage, '钱某私自用车');
    expect((await desk.channel()).join()).toContain('钱某');
    await press(stage, 'li-na', open, '下发');
    const issued = {
      title: '钱某私自用车',
      kind: 'minor',
      department: 'hr',
      criterion: '5.2',
      source: 'complaint',
      visibility: 'restricted',
    };
    await fill(stage, 'li-na', issued);
    expect((await desk.channel()).join()).not.toContain('钱某');
    expect((await desk.channel()).join()).toContain('此处的内容已限定查看范围');
    expect(await desk.directMessage('ma-li')).toContain('钱某');
    for (const person of ['tang-wei', 'wang-lei', 'zheng-kai']) expect(stage.seen(person)).not.toContain('钱某');
    await expectSound(stage);
  });
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeCalendarFile } from '../../../commands/record/calendar-file.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { createOrgStore } from '../../../src/org/org-store.ts';
import { createOrganisation } from '../../../src/org/organisation.ts';
import { sampleOrg } from '../../org/sample.ts';
import { answers as called } from '../../quality/call-back/call-back-in.ts';
import { answers as visited } from '../../quality/visit/visit-in.ts';
import { type Conversation, openConversation, textOf } from '../../worlds/conversation.ts';
import { actorOf } from '../../worlds/pure-engine.ts';

let room: Conversation;

beforeEach(async () => {
  room = await openConversation(createOrganisation(sampleOrg()));
});

afterEach(() => room.close());

/** The organisation as the database has it. */
async function stored() {
  return (await createOrgStore(room.engine.connection, { now: () => room.engine.now() }).load()).data;
}

const project = async (id: string) => (await stored()).projects.find((each) => each.id === id);

function formOf(reply: Reply) {
  if (reply.kind !== 'form') throw new Error(`${reply.kind}: ${textOf(reply)}`);
  return reply.form;
}

test.each(['/customer list', '/customer', '客户', '客户 列表', '/qm customer list'])(
  '"%s" lists the customers with their level',
  async (said) => {
    expect(textOf(await room.say('xu-fang', said))).toContain('滨海地铁集团\n重点客户 · 1 个项目');
  },
);

test.each(['/project metro-3', '项目 地铁三号线运维', '/project show 三号线', '/project 地铁'])(
  '"%s" shows the project: who leads it, what it promises, who is called',
  async (said) => {
    const text = textOf(await room.say('xu-fang', said));
    expect(text).toContain('地铁三号线运维');
    expect(text).toContain('10 分钟内响应，2 小时内解决');
    expect(text).toContain('信号系统  吴强');
    expect(text).toContain(
      '钱明  信息中心主任\n02255501200,801 · qian.ming@metro.example · 09:00–17:30 · 上午十点以后',
    );
  },
);

test.each([
  ['/customer feedback last quarter', '2026年第三季度'],
  ['客户反馈 上季度', '2026年第三季度'],
  ['客户反馈信息表 本年 滨海地铁集团', '2026年'],
])('"%s" asks what customers say of their service level', async (said, period) => {
  const text = textOf(await room.say('xu-fang', said));
  expect(text).toContain(`客户反馈信息 · ${period}`);
  expect(text).toContain('这段时间还没有客户反馈');
});

test('a request for feedback that is not understood is told how to phrase it', async () => {
  expect(textOf(await room.say('xu-fang', '客户反馈 什么时候'))).toContain('客户反馈 上季度；客户反馈 本年 地铁集团');
});

test('telephone numbers are not for everybody', async () => {
  const text = textOf(await room.say('ma-li', '/customer metro'));
  expect(text).toContain('钱明  信息中心主任');
  expect(text).not.toMatch(/0225550|@metro/);
  expect(textOf(await room.say('liu-yang', '/customer metro'))).toContain('02255501200,801');
});

test('a customer who was never visited is told by when, and one whose level asks for no visits is not', async () => {
  const text = textOf(await room.say('xu-fang', '/customer metro'));
  expect(text).toContain('上次拜访  无\n下次拜访  还没有拜访过，2026年12月14日前首次拜访');
  expect(text).toContain('未结投诉和建议  无\n未办完的承诺  无\n最近的服务评分  无');
  expect(textOf(await room.say('xu-fang', '/customer city-office'))).not.toContain('下次拜访');
});

test('how things stand has its way to each record, and hides what its reader may not read', async () => {
  const { records } = room.engine;
  const create = (type: string, by: string, answers: object, number?: string) =>
    records.create({
      type,
      answers,
      actor: actorOf(by),
      origin: `${type}-${number ?? JSON.stringify(answers)}`,
      ...(number !== undefined && { number }),
    });
  await create('visit', 'wang-lei', visited.new);
  for (const move of ['write', 'commit', 'submit'] as const) {
    const request = { move, answers: visited[move], actor: actorOf('wang-lei'), interaction: move, round: null };
    expect((await records.perform({ number: 'VS-2026-0001' }, request)).verdict.verdict).toBe('done');
  }
  const promised = { visit: 'VS-2026-0001', customerId: 'metro', departmentId: 'omd', ...visited.commit };
  await create('commitment', 'system', promised, 'VS-2026-0001-K1');
  const said = { kind: 'complaint', what: '报修没有人接', projectId: 'metro-3', channel: 'phone' };
  await create('complaint', 'xu-fang', said);
  await create('complaint', 'li-na', { ...said, accusedId: 'liu-yang' });
  for (const [number, score] of [1, 5, 4].entries()) {
    const rating = { ...called.rated, score, about: `IN-2026-000${number}` };
    await create('callBack', 'system', { ...called.told, rating }, `IN-2026-000${number}-C1`);
  }

  const text = textOf(await room.say('xu-fang', '/customer metro'));
  expect(text).toContain('上次拜访  2026年11月23日 [打开]\n下次拜访  2027年2月23日前\n');
  expect(text).toContain('未结投诉和建议  1 项 [打开]\n未办完的承诺  1 项 [打开]');
  expect(text).toMatch(
    /最近的服务评分 {2}[145] [145] [145]\n66\.7%（2\/3），均分 3\.33，百分制 66\.7 分，样本少 \[打开\]/,
  );
  expect(textOf(await room.say('wu-qiang', '/project metro-3'))).toContain('最近的服务评分  无');
  const all = await room.say('li-na', '/project metro-3');
  expect(textOf(all)).toContain('未结投诉和建议  2 项 [查看]');
  const lines =
    all.kind === 'card' ? all.card.blocks.flatMap((block) => (block.kind === 'lines' ? block.lines : [])) : [];
  const way = lines.find(({ button }) => button?.action === 'qm.say')?.button;
  expect(textOf(await room.press('li-na', 'qm.say', way?.value))).toMatch(/投诉与建议|投诉和建议/);
});

test('a visit without an agreed day has no calendar entry, no matter what a button says', async () => {
  const wish = { type: 'visit', answers: visited.new, actor: actorOf('wang-lei'), origin: 'visit' };
  await room.engine.records.create(wish);
  expect(textOf(await room.press('wang-lei', 'record.calendar', { number: 'VS-2026-0001' }))).toContain(
    '还没有约定日期',
  );
  expect((await room.press('wang-lei', 'record.calendar', {})).kind).toBe('toast');
});

test('a visit’s entry in a calendar keeps its uid, moves with its day, and is cancelled with the visit', async () => {
  const { engine } = room;
  const { records } = engine;
  const number = 'VS-2026-0001';
  await records.create({ type: 'visit', answers: visited.new, actor: actorOf('wang-lei'), origin: 'visit' });
  const person = engine.org.person('wang-lei');
  if (!person) throw new Error('nobody there');
  const after = async (move: string, answers: object): Promise<RegExpExecArray> => {
    const request = { move, answers, actor: actorOf('wang-lei'), interaction: JSON.stringify(answers), round: null };
    expect((await records.perform({ number }, request)).verdict.verdict).toBe('done');
    const reader = { ...engine, person, now: engine.now(), locale: 'zh-CN' } as const;
    const { bytes, name, type } = await makeCalendarFile({ file: 'calendar', number }, 'effect', reader);
    expect([name.endsWith('.ics'), type]).toEqual([true, 'text/calendar']);
    const read =
      /UID:(?<uid>\S+)\r\nSEQUENCE:(?<sequence>\d+)[\s\S]*DATE:(?<day>\d{8})\r\nDTEND[\s\S]*STATUS:(?<status>\w+)/;
    const found = read.exec(Buffer.from(bytes).toString());
    if (!found) throw new Error('no entry');
    return found;
  };
  const agreed = await after('agree', { ...visited.agree, onDay: '2026-11-30' });
  const moved = await after('agree', { ...visited.agree, onDay: '2026-12-02' });
  const off = await after('cancel', visited.cancel);
  expect([agreed, moved, off].map(({ groups }) => [groups?.day, groups?.status])).toEqual([
    ['20261130', 'CONFIRMED'],
    ['20261202', 'CONFIRMED'],
    ['20261202', 'CANCELLED'],
  ]);
  expect(new Set([agreed, moved, off].map(({ groups }) => groups?.uid)).size).toBe(1);
  expect([agreed, moved, off].map(({ groups }) => Number(groups?.sequence))).toEqual([2, 3, 4]);
});

test('words that fit several are answered with a list, and words that fit none with all', async () => {
  expect(textOf(await room.say('xu-fang', '/project 运维'))).toContain('项目（2）');
  expect(textOf(await room.say('xu-fang', '/project 没有的'))).toContain('项目（2）');
});

test('quality makes a customer and its contact, and who did it is noted', async () => {
  const form = formOf(await room.say('li-na', '/customer new'));
  expect(form.id).toBe('customer.save');
  await room.submit('li-na', form.id, form.context, { zh: '滨海机场', en: 'Binhai Airport', level: 'major' });
  const answers = { zh: '韩梅', phone: '022-66601000 转 12', hours: '9:00-17:30', language: 'zh-CN' };
  const reply = await room.submit('li-na', 'customer.saveContact', { id: 'binhai-airport' }, answers);
  expect(textOf(reply)).toContain('韩梅\n02266601000,12 · 09:00–17:30');
  expect((await stored()).customers.at(-1)).toEqual({
    id: 'binhai-airport',
    name: { zh: '滨海机场', en: 'Binhai Airport' },
    level: 'major',
    active: true,
    contacts: [
      {
        id: 'contact-1',
        name: { zh: '韩梅', en: '韩梅' },
        phone: '02266601000,12',
        callingHours: { from: '09:00', to: '17:30' },
        language: 'zh-CN',
        active: true,
      },
    ],
    edited: { by: 'li-na', at: '2026-11-23T02:00:00.000Z' },
  });
});

test('mistakes in a contact stand at their fields, and nothing is saved', async () => {
  const answers = { zh: '', phone: '不详', email: 'a@', hours: '晚上' };
  const reply = await room.submit('li-na', 'customer.saveContact', { id: 'metro' }, answers);
  if (reply.kind !== 'errors') throw new Error(reply.kind);
  expect(Object.keys(reply.errors).sort()).toEqual(['email', 'hours', 'phone', 'zh']);
  expect((await stored()).customers[0]?.contacts).toHaveLength(2);
});

test('a contact’s details that are emptied are forgotten', async () => {
  const answers = { zh: '钱明', en: 'Qian Ming', phone: '', email: '', hours: '', language: 'zh-CN', active: 'no' };
  await room.submit('li-na', 'customer.saveContact', { id: 'metro', contact: 'qian-ming' }, answers);
  expect((await stored()).customers[0]?.contacts[0]).toEqual({
    id: 'qian-ming',
    name: { zh: '钱明', en: 'Qian Ming' },
    language: 'zh-CN',
    active: false,
  });
  expect(textOf(await room.say('li-na', '/customer metro'))).not.toContain('钱明');
});

test('a new project is made in steps: the project, then its SLA, then its specialties and contacts', async () => {
  const answers = { zh: '一号线运维', en: 'Line 1', customer: 'metro', lead: 'liu-yang', from: '2026-03-01' };
  const form = formOf(await room.submit('li-na', 'project.save', {}, answers));
  expect(form.id).toBe('project.saveSla');
  expect(form.fields).toHaveLength(6);
  await room.submit('li-na', form.id, form.context, { calendar: 'working', goal: '99', target0: '20m / 3h' });
  await room.submit('li-na', 'project.saveSpecialty', { id: 'line-1' }, { zh: '供电', en: 'Power', lead: 'wu-qiang' });
  await room.submit('wu-qiang', 'project.saveContacts', { id: 'line-1' }, { first: 'sun-li', others: ['qian-ming'] });
  expect(await project('line-1')).toMatchObject({
    customer: 'metro',
    contract: { from: '2026-03-01' },
    sla: { calendar: 'working', goal: 99, targets: { p1: { response: 20, resolution: 180 } } },
    specialties: [{ id: 'power', name: { zh: '供电', en: 'Power' }, lead: 'wu-qiang' }],
    contacts: ['sun-li', 'qian-ming'],
    edited: { by: 'wu-qiang' },
  });
});

test('targets that are out of order are told at their field', async () => {
  const sla = { calendar: '7x24', goal: '101', target1: '30m' };
  const reply = await room.submit('li-na', 'project.saveSla', { id: 'metro-3' }, sla);
  if (reply.kind !== 'errors') throw new Error(reply.kind);
  expect(Object.keys(reply.errors).sort()).toEqual(['goal', 'target1']);
});

test('a project given to another customer lets go of the first one’s contacts', async () => {
  const answers = { zh: '三号线', en: 'Line 3', customer: 'city-office', lead: 'liu-yang', active: 'yes' };
  await room.submit('li-na', 'project.save', { id: 'metro-3' }, answers);
  expect(await project('metro-3')).toMatchObject({ customer: 'city-office', contacts: [] });
});

test('a person who never existed, chosen by a forged answer, is rejected and nothing is saved', async () => {
  const answers = { zh: '三号线', lead: 'nobody', active: 'yes' };
  const reply = await room.submit('li-na', 'project.save', { id: 'metro-3' }, answers);
  expect(textOf(reply)).toContain('没有编号为 nobody 的人员');
  expect(await project('metro-3')).toMatchObject({ lead: 'liu-yang' });
});

test.each([
  { who: 'liu-yang', what: 'a specialty lead', action: 'project.edit', about: { id: 'metro-3' }, may: false },
  { who: 'liu-yang', what: 'a specialty lead', action: 'project.contacts', about: { id: 'metro-3' }, may: true },
  { who: 'liu-yang', what: 'a specialty lead', action: 'customer.contact', about: { id: 'metro' }, may: true },
  { who: 'liu-yang', what: 'a lead of another', action: 'project.contacts', about: { id: 'city-cloud' }, may: false },
  { who: 'liu-yang', what: 'a lead of another', action: 'customer.contact', about: { id: 'city-office' }, may: false },
  { who: 'xu-fang', what: 'the service desk', action: 'customer.edit', about: { id: 'metro' }, may: false },
  { who: 'xu-fang', what: 'the service desk', action: 'customer.new', about: {}, may: false },
  { who: 'zheng-kai', what: 'an administrator', action: 'project.sla', about: { id: 'metro-3' }, may: true },
  { who: 'chen-jing', what: 'quality', action: 'project.new', about: { customer: 'metro' }, may: true },
])('$what and $action: $may', async ({ who, action, about, may }) => {
  const reply = await room.press(who, action, about);
  expect(reply.kind).toBe(may ? 'form' : 'toast');
});

test('a form that a user may not open cannot be submitted by them, either', async () => {
  await room.submit('liu-yang', 'project.save', { id: 'metro-3' }, { zh: '我的', lead: 'liu-yang', active: 'yes' });
  await room.submit('xu-fang', 'customer.saveContact', { id: 'metro' }, { zh: '新人', language: 'zh-CN' });
  await room.submit('wu-qiang', 'project.saveSla', { id: 'metro-3' }, { calendar: '7x24', goal: '1' });
  const data = await stored();
  expect(data.projects.some(({ edited }) => edited)).toBe(false);
  expect(data.customers.some(({ edited }) => edited)).toBe(false);
});

test('no telephone number is logged', async () => {
  await room.submit(
    'li-na',
    'customer.saveContact',
    { id: 'metro' },
    { zh: '韩梅', phone: '13811112222', language: 'zh-CN' },
  );
  expect(room.logged.join('\n')).not.toContain('13811112222');
});

import { expect, test } from 'vitest';
import { incident } from '../../../src/quality/incident/incident.ts';
import { serviceReport } from '../../../src/quality/service-report/service-report.ts';
import { sealOf } from '../../../src/quality/service-report/shown.ts';
import { drawCard } from '../../../src/records/card/draw-card.ts';
import type { PureEngine } from '../../worlds/pure-engine.ts';
import { incidentIn } from '../incident/incident-in.ts';
import { answered, answers, make, openReportDesk, type Report, reportIn, SIGNATURE, write } from './report-in.ts';

const cardFor = (desk: PureEngine, record: Report, viewer: string | null) => {
  const view = { ...desk.setting(), locale: 'zh-CN', platform: 'console', workspace: 'local', viewer } as const;
  return JSON.stringify(drawCard(serviceReport, record, view, { as: 'personal' }));
};
const raisedBy = (record: { readonly effects: Report['effects'] }) =>
  record.effects.filter(({ kind }) => kind === 'raise');

test('an incident that is resolved on site raises a draft with what is known of the visit; a remote one does not', () => {
  const desk = openReportDesk();
  const resolved = incidentIn(desk, 'resolved');
  const [raised] = raisedBy(resolved).filter((effect) => effect.kind === 'raise' && effect.type === 'serviceReport');
  expect(raised).toMatchObject({
    type: 'serviceReport',
    input: { project: 'metro-3', engineer: 'wu-qiang', done: '更换了读卡器', raised: { contactId: 'qian-ming' } },
  });
  if (raised?.kind !== 'raise') throw new Error('not raised');
  const draft = desk.create(serviceReport, 'system', raised.input, 'SR-2026-0009');
  expect(draft.data).toMatchObject({ incident: resolved.number, engineerId: 'wu-qiang', contactId: 'qian-ming' });
  expect(draft.ownerIds).toEqual(['wu-qiang']);
  const handling = incidentIn(desk, 'handling');
  const remote = desk.ask(incident, handling, 'wu-qiang', 'resolve', { done: '重启了服务', place: 'remote' });
  const types =
    remote.verdict === 'done' ? remote.intents.flatMap((one) => (one.kind === 'raise' ? [one.type] : [])) : ['-'];
  expect(types).not.toContain('serviceReport');
});

test('what a person says under `raised` is not taken for what the system knows', () => {
  const desk = openReportDesk();
  const raised = {
    incident: 'IN-2026-0999',
    contactId: null,
    startedAt: '2026-01-01T00:00:00.000Z',
    endedAt: '2026-01-01T00:00:00.000Z',
  };
  expect(write(desk, { raised }).data).toMatchObject({ contactId: 'qian-ming' });
  expect(write(desk, { raised }).data.incident).toBeUndefined();
});

test('an answer is frozen with all that was shown, under a seal that no change survives', () => {
  const desk = openReportDesk();
  const record = reportIn(desk, 'signed');
  const { answer } = record.data;
  if (!answer) throw new Error('not answered');
  expect(answer.shown).toMatchObject({
    number: 'SR-2026-0001',
    done: answers.new.done,
    engineer: '吴强',
    project: '三号线',
  });
  expect(answer.isKnown).toBe(true);
  expect(serviceReport.sealed?.(record)).toBe(true);
  for (const changed of [
    { ...answer, score: 1 as const },
    { ...answer, signature: SIGNATURE.replace('90', '91') },
    { ...answer, shown: { ...answer.shown, done: '什么也没做' } },
    { ...answer, at: '2026-11-23T04:00:00.000Z' },
  ]) {
    expect(serviceReport.sealed?.({ ...record, data: { ...record.data, answer: changed } })).toBe(false);
  }
  expect(sealOf('SR-2026-0002', answer)).not.toBe(answer.sha256);
});

test('nobody signs what was changed while they read it', () => {
  const desk = openReportDesk();
  const record = reportIn(desk, 'awaiting');
  const said = answered(desk, record);
  const changed = make(desk, record, 'wu-qiang', 'prepare', answers.prepare);
  expect(desk.ask(serviceReport, changed, 'customer', 'answer', said)).toMatchObject({
    verdict: 'refused',
    refusal: { key: 'serviceReport.refusal.changed' },
  });
});

test('ratings and comment are for the desk, the lead and QED; not for the engineer, a channel, or anybody else', () => {
  const desk = openReportDesk();
  const record = reportIn(desk, 'signed');
  for (const viewer of ['xu-fang', 'liu-yang', 'chen-jing', 'wang-lei']) {
    expect(cardFor(desk, record, viewer), viewer).toContain('来得很快');
    expect(cardFor(desk, record, viewer), viewer).toContain('非常满意');
  }
  for (const viewer of ['wu-qiang', 'huang-tao', 'zheng-kai', null]) {
    const card = cardFor(desk, record, viewer);
    expect(card, String(viewer)).not.toContain('来得很快');
    expect(card, String(viewer)).not.toContain('满意');
    expect(card, String(viewer)).toContain('信息中心主任');
  }
  const texts = [
    ...(serviceReport.searched?.(record.data) ?? []),
    ...(serviceReport.exported ?? []).map((column) =>
      'text' in column ? column.text(record.data) : column.time(record.data),
    ),
  ];
  expect(JSON.stringify([texts, serviceReport.facets(record.data)])).not.toMatch(/来得很快|score|满意/);
});

test('the card shows the signature to all who read the record, till it is erased or sent back', () => {
  const desk = openReportDesk();
  const record = reportIn(desk, 'signed');
  const isDrawn = (report: Report, viewer: string) => cardFor(desk, report, viewer).includes('"kind":"handwriting"');
  for (const viewer of ['xu-fang', 'wu-qiang']) expect(isDrawn(record, viewer), viewer).toBe(true);
  expect(cardFor(desk, record, 'xu-fang')).toContain('"alt":"钱明（信息中心主任）的签名"');
  const { answer } = record.data;
  for (const signature of [undefined, '（已删除）']) {
    const erased = { ...record, data: { ...record.data, answer: answer && { ...answer, signature } } };
    expect(isDrawn(erased, 'xu-fang')).toBe(false);
  }
  expect(isDrawn(make(desk, record, 'xu-fang', 'sendBack', answers.sendBack), 'xu-fang')).toBe(false);
});

test('the person who handed over the phone does not see the answers given on it, even if their role would', () => {
  const desk = openReportDesk();
  const record = reportIn(desk, 'awaiting');
  const said = answered(desk, record, { way: 'engineerPhone', handedBy: 'liu-yang' });
  const signed = make(desk, record, 'customer', 'answer', said);
  expect(cardFor(desk, signed, 'liu-yang')).not.toContain('来得很快');
  expect(cardFor(desk, signed, 'xu-fang')).toContain('来得很快');
});

test('the incident learns the rating, and a low one of either proposes a finding, once', () => {
  const desk = openReportDesk();
  const record = { ...reportIn(desk, 'awaiting') };
  const ofIncident = { ...record, data: { ...record.data, incident: 'IN-2026-0001' } };
  const good = make(desk, ofIncident, 'customer', 'answer', answered(desk, ofIncident));
  expect(good.effects.filter(({ kind }) => kind === 'signal')).toMatchObject([
    { number: 'IN-2026-0001', move: 'rated', input: { score: 5, engineer: 4, via: 'page', by: 'SR-2026-0001' } },
  ]);
  expect(raisedBy(good)).toEqual([]);
  const low = make(desk, record, 'customer', 'answer', answered(desk, record, { engineerScore: 2 }));
  expect(raisedBy(low)).toMatchObject([
    {
      type: 'proposal',
      number: 'SR-2026-0001-P1',
      input: { cause: 'lowScore', about: 'SR-2026-0001', projectId: 'metro-3' },
    },
  ]);
});

test('a signer who is no contact of the project is pointed out, and taken', () => {
  const desk = openReportDesk();
  const record = reportIn(desk, 'awaiting');
  const signed = make(desk, record, 'customer', 'answer', answered(desk, record, { signerName: '路人甲' }));
  expect(signed.state).toBe('signed');
  expect(cardFor(desk, signed, 'xu-fang')).toContain('路人甲 不在项目联系人名单中');
});

test('paper needs a photograph, a signer and both ratings; an absent customer needs none', () => {
  const desk = openReportDesk();
  const record = reportIn(desk, 'draft');
  const refusal = (said: object) => {
    const verdict = desk.ask(serviceReport, record, 'xu-fang', 'paper', { ...answers.paper, ...said });
    return verdict.verdict === 'refused' ? verdict.refusal.key : verdict.verdict;
  };
  expect(refusal({ files: [] })).toBe('serviceReport.refusal.noPhoto');
  expect(refusal({ score: '' })).toBe('serviceReport.refusal.incomplete');
  expect(refusal({ signer: '' })).toBe('serviceReport.refusal.incomplete');
  expect(refusal({ outcome: 'refused', remark: '' })).toBe('serviceReport.refusal.incomplete');
  expect(refusal({ outcome: 'absent', signer: '', post: '', score: '', engineerScore: '', files: [] })).toBe('done');
});

test('unsigned after one working day it is late, no matter how many links were given out', () => {
  const desk = openReportDesk();
  const draft = reportIn(desk, 'draft');
  const given = make(desk, draft, 'wu-qiang', 'giveLink');
  expect(given.due?.at).toEqual(draft.due?.at);
  desk.at('2026-11-24T02:00:00Z');
  const again = make(desk, given, 'wu-qiang', 'giveLink');
  expect(again.due?.at).toEqual(draft.due?.at);
  expect(draft.due?.at.toISOString()).toBe('2026-11-24T15:59:59.999Z');
});

test('sent back, the answer is kept with the reason, links that were out are over, and another is asked for', () => {
  const desk = openReportDesk();
  desk.at('2026-11-23T05:00:00Z');
  const back = make(desk, reportIn(desk, 'signed'), 'xu-fang', 'sendBack', answers.sendBack);
  expect(back.state).toBe('draft');
  expect(back.data.answer).toBeUndefined();
  expect(back.data.earlier).toMatchObject([{ reason: '签字人不是负责人', answer: { score: 5 } }]);
  expect(back.data.linksFrom).toBe('2026-11-23T05:00:00.000Z');
  expect(serviceReport.sealed?.(back)).toBe(true);
  expect(cardFor(desk, back, 'wu-qiang')).not.toContain('来得很快');
});

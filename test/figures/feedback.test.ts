import { expect, test } from 'vitest';
import { drawFeedback } from '../../src/figures/feedback/card.ts';
import { readFeedback } from '../../src/figures/feedback/read.ts';
import { questionnaireSchema } from '../../src/org/customers/questionnaire-shape.ts';
import { satisfactionQuestionnaire } from '../../src/org/customers/satisfaction-questionnaire.ts';
import { serving } from '../quality/incident/incident-in.ts';
import { factsOf } from '../support/facts-of.ts';
import { textOfCard } from '../worlds/conversation.ts';

const org = serving();
const year = { from: new Date('2025-12-31T16:00:00Z'), to: new Date('2026-12-31T16:00:00Z') };
const asked = questionnaireSchema.parse(satisfactionQuestionnaire);
const visited = (number: string, customerId: string, onDay: string, feedback?: object, restricted = false) => ({
  number,
  type: 'visit',
  state: 'closed',
  restricted,
  data: { customerId, dueDay: '2026-12-01', onDay, ...(feedback && { feedback }) },
});
const part = (projectId: string, answers?: object) => ({
  survey: 'PS-1',
  projectId,
  specialtyId: null,
  departmentId: 'omd',
  leadId: 'liu-yang',
  form: 0,
  open: false,
  ...(answers && { answers: { ratings: {}, choices: {}, texts: {}, ...answers } }),
});

const facts = factsOf(() => [
  visited('VR-1', 'metro', '2026-03-02', { sla: 'met', newServices: '夜间巡检' }),
  visited('VR-2', 'office', '2026-06-03', { sla: 'notMet', slaNote: '周末没有人接电话' }),
  visited('VR-3', 'office', '2026-08-04'),
  visited('VR-4', 'office', '2026-08-05', { sla: 'notMet' }, true),
  {
    number: 'SI-1',
    type: 'surveyInvitation',
    state: 'answered',
    data: {
      customerId: 'metro',
      invitedAt: '2026-05-01T01:00:00.000Z',
      forms: [asked],
      parts: [
        part('metro-3', { choices: { sla: ['mostly'] }, texts: { wishes: '备件现场存放' } }),
        part('cloud', { texts: { comment: '还可以' } }),
        part('cloud'),
      ],
    },
  },
]);
const numbers = async (scope = {}) => (await readFeedback(year, facts, scope)).map(({ number }) => number);

test('feedback of visits and surveys stands together: where the SLA is not met first, then the latest; what is restricted is left out', async () => {
  expect(await numbers()).toEqual(['VR-2', 'SI-1', 'VR-1']);
});

test('feedback is of a customer, or, where a survey asked about it, of a project', async () => {
  expect(await numbers({ customerId: 'metro' })).toEqual(['SI-1', 'VR-1']);
  expect(await numbers({ projectId: 'metro-3' })).toEqual(['SI-1']);
});

test('the card counts the answers, and shows each with its words and its way to the record', async () => {
  const heading = { period: '2026年', whose: null, running: true };
  const card = drawFeedback(await readFeedback(year, facts, {}), heading, org, 'zh-CN');
  const text = textOfCard(card);
  expect(text).toContain('未达成 1 · 基本达到 1 · 达成 1');
  expect(text).toContain('大数据中心\n未达成\n周末没有人接电话');
  expect(text).toContain('地铁集团 · 三号线\n基本达到\n希望增加：备件现场存放');
  expect(JSON.stringify(card)).toContain('"number":"VR-2"');
});

test('a period without any says where feedback comes from', () => {
  const card = drawFeedback([], { period: '2026年', whose: null, running: false }, org, 'zh-CN');
  expect(textOfCard(card)).toContain('这段时间还没有客户反馈');
});

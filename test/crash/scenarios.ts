import { samples } from '../files/samples.ts';
import { slackDesk } from '../flows/slack-desk.ts';
import { writeAndSubmit } from '../flows/thread.ts';
import { deliver, signReport } from './outsiders.ts';
import type { Stage } from './stage.ts';

/** An act of a person. What is given does it, and does it again until the bot takes it. */
export type Act = () => () => Promise<void>;

/** What people do, one after the other; the bot has done everything that follows from an act before the next begins. */
export type Scenario = (stage: Stage) => readonly Act[];

const reporter = 'huang-tao';
const quality = 'li-na';
const head = 'wang-lei';
const agent = 'xu-fang';
const engineer = 'huang-tao';

/** The number of the only finding, as somebody reads it from the newest card. */
function numberIn({ seated }: Stage): string {
  const { slack, seats } = seated;
  const number = /FD-2026-\d{4}/.exec(JSON.stringify(slack.messagesIn(seats.channel).at(-1)))?.[0];
  if (number === undefined) throw new Error('no card stands in the channel');
  return number;
}

/** A finding is reported and issued. */
export const create: Scenario = (stage) => {
  const { people } = stage;
  return [
    () => () => people.say(reporter, '/finding new', 'answer'),
    () => () => people.fill(reporter, { what: '3号机房门禁记录缺了三天', where: '3号机房' }),
    () => people.find(quality, numberIn(stage), '下发', 'answer'),
    () => () =>
      people.fill(quality, {
        title: '门禁记录缺失',
        kind: 'minor',
        department: 'omd',
        criterion: '机房管理规定 4.2',
        source: 'spotCheck',
      }),
  ];
};

/** The report is written and handed in, by people to whom nothing happens. */
export const writeReport: Scenario = (stage) => {
  const desk = slackDesk(stage.seated.slack, stage.seated.seats);
  return [
    () => () =>
      writeAndSubmit(
        () => desk,
        () => stage.settle(),
      ),
  ];
};

const photo = Buffer.concat([samples.jpeg, Buffer.alloc(600_000, 'gate log ')]);

/** A photo is sent to the bot, put with the finding, and fetched: Slack does not deliver it at first. Hours later what is left over is cleared away. */
export const keep: Scenario = (stage) => {
  const { people, seated } = stage;
  return [
    () => people.send(reporter, '门禁.jpg', photo),
    () => {
      const number = numberIn(stage);
      seated.slack.failNext('download', { kind: 'status', status: 503 });
      return people.find(reporter, number, `补充到 ${number}`);
    },
    () => () => stage.sweepAt(new Date('2026-11-23T04:00:00Z')),
  ];
};

/** Whoever was reminded puts the reminder off. */
export const snooze: Scenario = (stage) => {
  const number = numberIn(stage);
  return [
    () => stage.people.find(head, number, '稍后提醒', 'answer'),
    () => stage.people.find(head, number, '12月2日（周三）'),
  ];
};

/** A report that was handed in is approved, and its action becomes a record. */
export const approve: Scenario = (stage) => [() => stage.people.find(quality, numberIn(stage), '审批通过')];

/** Whoever must answer asks for a later deadline, and it is granted. */
export const extend: Scenario = (stage) => {
  const { people } = stage;
  const number = numberIn(stage);
  return [
    () => () => people.say(head, `/finding 申请延期 ${number}`, 'answer'),
    () => () => people.fill(head, { day: '2026-12-04', reason: '等供方的检测报告' }),
    () => () => people.say(quality, `/finding 同意延期 ${number}`),
  ];
};

/** A Monday when the report is a week overdue: the channel's digest, the morning's reminder, and word to those above. */
export const monday: Scenario = (stage) => [() => () => stage.sweepAt(new Date('2026-12-07T01:00:00Z'))];

/** The last working morning before the deadline of a report that nobody has written. */
export const remind: Scenario = (stage) => [() => () => stage.sweepAt(new Date('2026-11-27T01:00:00Z'))];

const gate = {
  title: '闸机不能刷卡',
  project: 'metro-3',
  // Hours are left: what a crash costs misses no term.
  priority: 'p4',
  requester: { id: 'qian-ming' },
  reportedAt: '2026-11-23T08:00:00+08:00',
  respondedAt: '2026-11-23T08:05:00+08:00',
  updatedAt: '2026-11-23T08:10:00+08:00',
};

/**
 * An ITSM tool tells of an incident, and then in one delivery that it is resolved, of another that an engineer is to see to on site, and
 * of one of a project that nobody knows. So a customer is to be called, and the engineer is told.
 */
export const intake: Scenario = (stage) => [
  () => () => deliver(stage, 'msg_1', { ...gate, externalId: 'A-1' }),
  () => {
    const resolved = { resolvedAt: '2026-11-23T08:30:00+08:00', done: '换了读卡器' };
    const items = [
      { externalId: 'A-1', updatedAt: '2026-11-23T08:50:00+08:00', ...resolved },
      { ...gate, externalId: 'A-2', place: 'onSite', engineer },
      { ...gate, externalId: 'A-3', project: 'nowhere' },
    ];
    return () => deliver(stage, 'msg_2', { items });
  },
];

/** The service desk calls, and the customer is satisfied: one press. */
export const callBack: Scenario = ({ people }) => [
  () => () => people.say(agent, '/callback', 'answer'),
  () => people.find(agent, 'IN-2026', '非常满意'),
];

/** The engineer is done, and has the customer sign on the customer's own phone. */
export const handOver: Scenario = ({ people }) => [
  () => people.find(engineer, 'IN-2026', '解决', 'answer'),
  () => () => people.fill(engineer, { done: '重新布线', place: 'onSite' }),
  () => people.find(engineer, 'SR-2026', '客户手机签字'),
];

/** The customer signs, and is not satisfied. Hours later a picture of the signature that a crash left beside the record is cleared away. */
export const sign: Scenario = (stage) => [
  () =>
    signReport(stage, {
      outcome: 'signed',
      score: '2',
      engineerScore: '4',
      comment: '等了太久',
      signer: '钱明',
      signature: '100,200 300,100 500,300',
    }),
  () => () => stage.sweepAt(new Date('2026-11-23T04:00:00Z')),
];

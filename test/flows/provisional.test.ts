import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createOrgStore } from '../../src/org/org-store.ts';
import { verifyHistory } from '../../src/records/decide/verify-history.ts';
import { connectStorage } from '../../src/storage/connect.ts';
import { movedClock } from '../support/moved-clock.ts';
import { openWholeBot, type WholeBot } from '../worlds/whole-bot.ts';
import { feishuDesk } from './feishu-desk.ts';
import { openFeishu, type SeatedFeishu } from './feishu-seats.ts';
import { orgFor } from './org-for.ts';
import { NUMBER, reportAndIssue } from './thread.ts';

let seated: SeatedFeishu;
let scene: WholeBot;

beforeEach(async () => {
  const clock = movedClock('2026-12-29T01:00:00Z');
  seated = await openFeishu(clock);
  scene = await openWholeBot(seated.settings, await orgFor(() => seated.seats, [seated.seats]), clock);
  seated.feishu.eventsUrl = `${scene.app.url}/feishu/events`;
});

afterEach(async () => {
  await scene.stop();
  await seated.feishu.close();
});

/** What `qmbot org import` does from beside: the holidays of 2027 are published. */
async function publish(): Promise<void> {
  const storage = await connectStorage({
    mongoUri: scene.mongoUri,
    dataDir: null,
    log: pino({ level: 'silent' }),
  });
  try {
    const store = createOrgStore(storage.connection, scene.clock);
    const { data } = await store.load();
    const holidays = ['2027-01-01', '2027-01-04'].map((date) => ({ date, name: { zh: '元旦', en: 'New Year’s Day' } }));
    const sites = data.sites.map((site) => ({ ...site, holidays, publishedYears: [2027] }));
    expect((await store.import({ ...data, sites }, { apply: true })).applied).toBe(true);
  } finally {
    await storage.stop();
  }
  // The bot reads the organisation again after five seconds.
  scene.clock.advance(6_000);
}

const load = async () => {
  const record = await scene.app.records.load({ number: NUMBER });
  if (!record) throw new Error('no such record');
  return record;
};
const reckonings = async () => (await load()).history.filter(({ move }) => move === 'reckonAnew');

test('an import that brings next year’s calendar: two replicas compute the deadline again once, and the card says so', async () => {
  const desk = feishuDesk(seated.feishu, seated.seats);
  await reportAndIssue(() => desk, scene.settle, 'minor', '2027年1月5日');
  expect((await load()).due).toMatchObject({ day: '2027-01-05', provisional: true });
  expect((await desk.channel()).join()).toContain('暂定');
  const other = await scene.another();
  await publish();
  await Promise.all([scene.app.sweep(), other.sweep()]);
  await scene.settle();
  expect(await reckonings()).toHaveLength(1);
  const record = await load();
  expect(record.due).toMatchObject({ day: '2027-01-07', provisional: false });
  expect(verifyHistory(record.history, record)).toEqual([]);
  const card = (await desk.channel()).join();
  expect(card).toContain('按新公布的日历重算了期限');
  expect(card).toContain('2027年1月7日');
  expect(card).not.toContain('暂定');
  await scene.app.sweep();
  expect(await reckonings()).toHaveLength(1);
});

test('a bot that starts with next year’s calendar computes provisional deadlines again', async () => {
  const desk = feishuDesk(seated.feishu, seated.seats);
  await reportAndIssue(() => desk, scene.settle, 'minor', '2027年1月5日');
  await publish();
  await scene.another();
  expect((await load()).due).toMatchObject({ day: '2027-01-07', provisional: false });
  expect(await reckonings()).toHaveLength(1);
});

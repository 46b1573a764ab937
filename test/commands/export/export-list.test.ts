import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportContent, makeExport } from '../../../commands/export/export-list.ts';
import { recordModel } from '../../../src/records/store/record-model.ts';
import { occurrenceModel } from '../../../src/schedule/occurrence-model.ts';
import { type Conversation, openConversation, textOf } from '../../worlds/conversation.ts';

let room: Conversation;
let number: string;
beforeAll(async () => {
  room = await openConversation();
  number = await room.reported();
  for (let count = 0; count < 3; count++) await room.reported();
  room.engine.at('2026-11-26T02:00:00Z');
});
afterAll(() => room.close());

const effects = async () =>
  (
    await occurrenceModel(room.engine.connection)
      .find({ job: 'file' } as never)
      .lean()
  ).flatMap((row) => row.effects);

async function fileFor(who: string, q: string, as: 'csv' | 'xlsx' = 'csv') {
  const person = room.engine.org.person(who);
  if (!person) throw new Error('nobody there');
  const now = room.engine.now();
  const content = { file: 'list', type: 'finding', q, as } as const;
  const { org } = room.engine;
  return makeExport(content, 'effect-1', { ...room.engine, person, org, now, locale: person.language });
}

const rowsOf = async (who: string, q: string): Promise<Record<string, string>[]> =>
  parse(Buffer.from((await fileFor(who, q)).bytes), { bom: true, columns: true });

describe('the button under a list', () => {
  test.each(['csv', 'xlsx'])('has the list sent as %s, once for each press', async (as) => {
    const before = (await effects()).length;
    const reply = await room.press('emily', 'finding.export', { q: 'open', as });
    expect(reply).toMatchObject({ kind: 'toast', tone: 'good' });
    expect(textOf(reply)).toContain('will come to you in a direct message');
    const after = await effects();
    expect(after).toHaveLength(before + 1);
    expect(exportContent.parse((after.at(-1) as { content: unknown }).content)).toEqual({
      file: 'list',
      type: 'finding',
      q: 'open',
      as,
    });
    expect(after.at(-1)).toMatchObject({ purpose: 'file', personId: 'emily', route: 'console:local' });
  });

  test.each([{}, { q: 'open', as: 'exe' }, { q: 'kind=huge', as: 'csv' }, { q: 7, as: 'csv' }])(
    'is politely refused where it says %j',
    async (value) => {
      const before = (await effects()).length;
      expect(await room.press('emily', 'finding.export', value as never)).toMatchObject({
        kind: 'toast',
        tone: 'warning',
      });
      expect(await effects()).toHaveLength(before);
    },
  );
});

describe('the file', () => {
  test('has every record of the list, in the reader’s language, with days late and its zone', async () => {
    const rows = await rowsOf('emily', 'open');
    expect(rows).toHaveLength(4);
    expect(rows[0]).toMatchObject({
      Number: number,
      Title: '值班日志缺少两天的巡检记录',
      State: 'Awaiting triage',
      'Reported by': 'Emily Carter',
      'Reported (Asia/Shanghai)': '2026-11-23 10:00',
    });
    const [chinese] = await rowsOf('li-na', 'open');
    expect(chinese).toMatchObject({ 编号: number, 状态: '待分派', '登记时间（Asia/Shanghai）': '2026-11-23 10:00' });
    expect((await fileFor('li-na', 'open')).name).toMatch(/^发现项-2026-11-26-[0-9a-f]{8}\.csv$/);
  });

  test('tells how the first answer was kept, and apart from it how the latest was that followed a return', async () => {
    const records = recordModel(room.engine.connection).collection;
    const clock = (step: string, round: number, first: string, metAt: string | null) => ({
      step,
      round,
      startedAt: new Date('2026-11-09T01:00:00Z'),
      first: new Date(first),
      until: new Date(first),
      metAt: metAt && new Date(metAt),
    });
    const first = clock('issued', 1, '2026-11-16T15:59:59Z', '2026-11-18T02:00:00Z');
    const again = clock('returned', 2, '2026-11-20T15:59:59Z', '2026-11-20T02:00:00Z');
    await records.updateOne(
      { number },
      { $set: { clocks: [first, clock('submitted', 1, '2026-11-19T00:00:00Z', null), again] } },
    );
    const [row, other] = await rowsOf('emily', 'open');
    expect(row).toMatchObject({
      'First deadline': '2026-11-16',
      'Submitted (Asia/Shanghai)': '2026-11-18 10:00',
      'Working days late': '2',
      'On time': 'late',
      Rounds: '2',
      'Latest round: first deadline': '2026-11-20',
      'Latest round: submitted (Asia/Shanghai)': '2026-11-20 10:00',
      'Latest round: working days late': '0',
      'Latest round: on time': 'on time',
    });
    expect(other).toMatchObject({ 'First deadline': '', Rounds: '', 'Latest round: on time': '' });
    await records.updateOne({ number }, { $set: { clocks: [first] } });
    expect((await rowsOf('emily', 'open'))[0]).toMatchObject({
      'On time': 'late',
      Rounds: '1',
      'Latest round: on time': '',
    });
  });

  test('holds what is searched for, and is narrowed like the list', async () => {
    expect(await rowsOf('emily', 'all "巡检记录"')).toHaveLength(4);
    expect(await rowsOf('emily', 'closed')).toEqual([]);
  });

  test('holds nothing that its reader may not read', async () => {
    const records = recordModel(room.engine.connection).collection;
    await records.updateOne({ number }, { $set: { restricted: true, readerIds: ['huang-tao'] } });
    expect(await rowsOf('emily', 'open')).toHaveLength(3);
    expect(await rowsOf('emily', 'all "巡检记录"')).toHaveLength(3);
    expect(await rowsOf('huang-tao', 'open')).toHaveLength(4);
    expect(await rowsOf('li-na', 'open')).toHaveLength(4);
    await records.updateOne({ number }, { $set: { restricted: false, readerIds: [] } });
  });
});

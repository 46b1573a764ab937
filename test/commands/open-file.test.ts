import { afterAll, beforeAll, expect, test } from 'vitest';
import { evidenceContent } from '../../src/files/evidence-file.ts';
import { withFile } from '../../src/records/decide/evidence.ts';
import { recordModel } from '../../src/records/store/record-model.ts';
import { occurrenceModel } from '../../src/schedule/occurrence-model.ts';
import { type Conversation, openConversation, textOf } from '../worlds/conversation.ts';
import { actorOf } from '../worlds/pure-engine.ts';

const MEGABYTE = 1024 * 1024;

let room: Conversation;
let number: string;
beforeAll(async () => {
  room = await openConversation();
  number = await room.reported();
  const file = (name: string) => ({
    kind: 'file',
    name,
    ref: { platform: 'console', workspace: 'local', ref: name, name },
  });
  const request = {
    move: 'addEvidence',
    answers: { evidence: [file('small.jpg'), file('large.mp4'), file('on-its-way.pdf')] },
    actor: actorOf('emily'),
    interaction: 'added',
    round: null,
  };
  const { record } = await room.engine.records.perform({ number }, request);
  const stored = (size: number) => ({
    state: 'stored' as const,
    stored: { fileId: 'f'.repeat(24), size, sha256: 'a'.repeat(64), type: 'image/jpeg' },
  });
  const common = withFile(withFile(record.common, 'E1', stored(MEGABYTE)), 'E2', stored(31 * MEGABYTE));
  await recordModel(room.engine.connection).collection.updateOne({ number }, { $set: { common } as never });
});
afterAll(() => room.close());

const effects = async () =>
  (
    await occurrenceModel(room.engine.connection)
      .find({ job: 'file' } as never)
      .lean()
  ).flatMap((row) => row.effects);

test('a file without a reachable link is sent to the person who asks, and they are told so at once', async () => {
  const reply = await room.press('li-na', 'record.file', { number, evidence: 'E1' });
  expect(reply).toMatchObject({ kind: 'toast', tone: 'good' });
  expect(textOf(reply)).toContain('small.jpg');
  const [effect, ...others] = await effects();
  expect(others).toEqual([]);
  expect(effect).toMatchObject({ purpose: 'file', personId: 'li-na' });
  expect(evidenceContent.parse((effect as { content: unknown }).content)).toEqual({
    file: 'evidence',
    number,
    evidence: 'E1',
  });
});

test.each([
  ['is larger than the platform takes', 'E2', 'PUBLIC_URL'],
  ['is not stored yet', 'E3', 'not stored yet'],
  ['is not there', 'E9', 'not stored yet'],
])('a file that %s is not promised', async (_what, evidence, words) => {
  const before = (await effects()).length;
  const reply = await room.press('emily', 'record.file', { number, evidence });
  expect(reply).toMatchObject({ kind: 'toast', tone: 'warning' });
  expect(textOf(reply)).toContain(words);
  expect(await effects()).toHaveLength(before);
});

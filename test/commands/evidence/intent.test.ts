import { expect, test } from 'vitest';
import { intentOf } from '../../../commands/evidence/intent.ts';

test.each(['记为不符合', '记为不符合项', '登记为发现项。', 'record as finding', 'Record finding', '/qm 记为不符合'])(
  '"%s" asks for a new finding',
  (text) => {
    expect(intentOf(text)).toEqual({ to: 'new' });
  },
);

test.each(['记为投诉', '登记为客户投诉。', '记为建议', 'record as a complaint', '/qm 记为投诉'])(
  '"%s" asks for a new complaint or suggestion',
  (text) => {
    expect(intentOf(text)).toEqual({ to: 'complaint' });
  },
);

test.each(['补充到 FD-2026-0001', '补充到FD-2026-0001', 'add to fd-2026-0001', '加到 FD-2026-0001。'])(
  '"%s" names a record',
  (text) => {
    expect(intentOf(text)).toEqual({ to: 'record', number: 'FD-2026-0001' });
  },
);

test.each([
  ['记录', ''],
  ['记录：现场已清理', '现场已清理'],
  ['补充 又坏了', '又坏了'],
  ['add the lock is broken', 'the lock is broken'],
])('"%s" is for the record of the thread', (text, rest) => {
  expect(intentOf(text)).toEqual({ to: 'thread', rest });
});

test.each(['', '我的待办', '记录本在哪', '补充材料呢', 'additional', '/finding new', '补充到哪里'])(
  '"%s" wants nothing done with a message',
  (text) => {
    expect(intentOf(text)).toBeNull();
  },
);

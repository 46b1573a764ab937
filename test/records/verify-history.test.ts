import { createHash } from 'node:crypto';
import { canonicalize } from 'json-canonicalize';
import { describe, expect, test } from 'vitest';
import { findingData } from '../../src/quality/finding/finding-data.ts';
import { type HistoryFault, verifyHistory } from '../../src/records/decide/verify-history.ts';
import { isFreeText } from '../../src/records/shape/free-text.ts';
import { GENESIS, type HistoryEntry, hashContent } from '../../src/records/shape/history.ts';
import { findingIn } from '../quality/finding/finding-in.ts';
import { openPureEngine } from '../worlds/pure-engine.ts';

const closed = findingIn(openPureEngine(), 'closed');

/** What is found when somebody has been at a copy of the record. */
function found(
  tamper: (copy: {
    history: HistoryEntry[];
    state: string;
    round: number;
    version: number;
    data: { where: string };
  }) => void,
) {
  const copy = structuredClone(closed);
  tamper(copy);
  return verifyHistory(copy.history, copy);
}

const at = (history: HistoryEntry[], seq: number): HistoryEntry => {
  const entry = history[seq];
  if (!entry) throw new Error(`no entry ${seq}`);
  return entry;
};

test('a history that nobody has touched has no fault, and each entry holds its predecessor by canonical JSON', () => {
  expect(found(() => {})).toEqual([]);
  expect(at(closed.history, 0).prev).toBe(GENESIS);
  for (const [index, { hash, texts: _beside, ...content }] of closed.history.entries()) {
    expect(hash).toBe(createHash('sha256').update(canonicalize(content)).digest('hex'));
    expect(content.prev).toBe(index === 0 ? GENESIS : at(closed.history, index - 1).hash);
  }
});

test('a text that was erased is no fault, and the rest is still held against it', () => {
  const erase = ({ history }: { history: HistoryEntry[] }) => {
    for (const { texts } of history) for (const text of texts) text.text = null;
  };
  expect(found(erase)).toEqual([]);
  const alsoMoved = found((copy) => {
    erase(copy);
    copy.state = 'verified';
  });
  expect(alsoMoved).toMatchObject([{ fault: 'state differs' }]);
});

describe('tampering is found and named', () => {
  const reseal = (history: HistoryEntry[], seq: number) => {
    at(history, seq).hash = hashContent(at(history, seq));
  };
  const cases: readonly {
    what: string;
    tamper: Parameters<typeof found>[0];
    faults: readonly Partial<HistoryFault>[];
  }[] = [
    {
      what: 'a text',
      tamper: ({ history }) => {
        const [text] = at(history, 0).texts;
        if (text) text.text = '没有问题';
      },
      faults: [{ seq: 0, fault: 'text differs', detail: expect.any(String) }],
    },
    {
      what: 'a text in the data',
      tamper: ({ data }) => {
        data.where = '机房 C';
      },
      faults: [{ seq: null, fault: 'data differs', detail: 'where' }],
    },
    {
      what: 'a value',
      tamper: ({ history }) => {
        const change = at(history, 1).changes.find(({ path }) => path === 'kind');
        if (change) change.value = 'major';
      },
      faults: [{ seq: 1, fault: 'hash differs' }],
    },
    {
      what: 'the actor',
      tamper: ({ history }) => {
        at(history, 1).actor = { kind: 'system', name: 'x' };
      },
      faults: [{ seq: 1, fault: 'hash differs' }],
    },
    {
      what: 'the time',
      tamper: ({ history }) => {
        at(history, 9).at = '2026-11-20T02:00:00.000Z';
      },
      faults: [{ seq: 9, fault: 'hash differs' }],
    },
    {
      what: 'an entry, sealed anew',
      tamper: ({ history }) => {
        at(history, 1).at = '2026-11-20T02:00:00.000Z';
        reseal(history, 1);
      },
      faults: [{ seq: 2, fault: 'broken link' }],
    },
    {
      what: 'the order',
      tamper: ({ history }) => void history.splice(3, 2, at(history, 4), at(history, 3)),
      faults: [
        { seq: 4, fault: 'order' },
        { seq: 3, fault: 'order' },
      ],
    },
    {
      what: 'an entry taken out',
      tamper: ({ history }) => void history.splice(3, 1),
      faults: [{ seq: 4, fault: 'order' }],
    },
    {
      what: 'the last entry taken out',
      tamper: ({ history }) => void history.pop(),
      faults: [{ seq: null, fault: 'state differs' }],
    },
    {
      what: 'all entries taken out',
      tamper: ({ history }) => void history.splice(0),
      faults: [{ seq: null, fault: 'missing' }],
    },
    {
      what: 'the state',
      tamper: (copy) => {
        copy.state = 'acting';
      },
      faults: [{ seq: null, fault: 'state differs', detail: 'acting is not closed' }],
    },
    {
      what: 'the round',
      tamper: (copy) => {
        copy.round = 3;
      },
      faults: [{ seq: null, fault: 'state differs', detail: 'round' }],
    },
    {
      what: 'the count of decisions',
      tamper: (copy) => {
        copy.version += 1;
      },
      faults: [{ seq: null, fault: 'missing' }],
    },
  ];

  test.each(cases)('$what', ({ tamper, faults }) => {
    const [first, ...rest] = found(tamper);
    const [expected, ...others] = faults;
    expect(first).toMatchObject(expected ?? {});
    expect(rest).toMatchObject(rest.length > 0 ? [...others, ...rest.slice(others.length)] : []);
  });
});

test('what a person wrote stands in the history as a salted hash, and ids, codes and days as they are', () => {
  const texts = [
    'what',
    'where',
    'capa.correction',
    'capa.whys.0',
    'capa.actions.0.what',
    'pastRounds.0.reason',
    'pastRounds.0.capa.rootCause',
  ];
  const others = [
    'kind',
    'departmentId',
    'capa.authorIds.0',
    'capa.actions.0.ownerId',
    'capa.actions.0.dueDay',
    'raised.0.number',
    'nothing',
  ];
  expect(texts.filter((path) => !isFreeText(findingData, path.split('.')))).toEqual([]);
  expect(others.filter((path) => isFreeText(findingData, path.split('.')))).toEqual([]);
  const hashed = closed.history.map(({ texts: _beside, ...content }) => JSON.stringify(content)).join('');
  expect(hashed).not.toMatch(/[\u4e00-\u9fff]/);
  const salts = closed.history.flatMap((entry) => entry.texts.map(({ salt }) => salt));
  expect(new Set(salts).size).toBe(salts.length);
});

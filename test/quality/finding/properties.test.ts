import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanDeep } from '../../../src/chat/clean-text.ts';
import { finding } from '../../../src/quality/finding/finding.ts';
import { findingData } from '../../../src/quality/finding/finding-data.ts';
import { mayMake } from '../../../src/records/decide/perform.ts';
import { verifyHistory } from '../../../src/records/decide/verify-history.ts';
import type { HistoryEntry } from '../../../src/records/shape/history.ts';
import { actorOf, type Finding, openPureEngine, type PureEngine } from '../../worlds/pure-engine.ts';
import { parts } from '../parts.ts';
import { answers, type MoveName } from './answers.ts';
import { findingIn, states } from './finding-in.ts';

const moves = Object.keys(answers) as MoveName[];
const people = [...Object.values(parts), 'fang-lei'];
const kinds = ['minor', 'major', 'observation'] as const;

/** The states that each state may be followed by, whoever does what. Written by hand: it is what S means for a finding. */
const legal: Readonly<Record<string, readonly string[]>> = {
  reported: ['reported', 'issued', 'toAnswer', 'rejected', 'askedBack', 'merged'],
  askedBack: ['askedBack', 'reported', 'issued', 'toAnswer', 'rejected', 'merged'],
  issued: ['issued', 'submitted', 'toAnswer', 'withdrawn'],
  submitted: ['submitted', 'issued', 'acting', 'mrReview', 'returned', 'withdrawn'],
  mrReview: ['mrReview', 'acting', 'returned', 'withdrawn'],
  returned: ['returned', 'submitted', 'toAnswer', 'withdrawn'],
  acting: ['acting', 'verifying', 'withdrawn'],
  verifying: ['verifying', 'acting', 'verified', 'closed', 'withdrawn'],
  verified: ['verified', 'closed', 'returned', 'withdrawn'],
  toAnswer: ['toAnswer', 'answered', 'issued', 'withdrawn'],
  answered: ['answered', 'toAnswer', 'answerReturned', 'agreed', 'closed', 'withdrawn'],
  answerReturned: ['answerReturned', 'answered', 'issued', 'withdrawn'],
  agreed: ['agreed', 'closed', 'withdrawn'],
  closed: ['closed'],
  rejected: ['rejected'],
  merged: ['merged'],
  withdrawn: ['withdrawn'],
};
/** Where a finding that was handed in goes back to when that is withdrawn. */
const withdrawn: Readonly<Record<string, readonly string[]>> = {
  withdrawCapa: ['issued', 'returned'],
  withdrawAnswer: ['toAnswer', 'answerReturned'],
};

/** Moves that carry a finding on, made by somebody who may more often than not, so that runs come far. */
const likely = fc.constantFrom(
  ...([
    ['chen-jing', 'issue'],
    ['wang-lei', 'assign'],
    ['sun-yue', 'saveCorrection'],
    ['liu-yang', 'saveCause'],
    ['liu-yang', 'addAction'],
    ['wu-qiang', 'saveEffect'],
    ['liu-yang', 'submitCapa'],
    ['li-na', 'approveCapa'],
    ['chen-jing', 'returnCapa'],
    ['zhou-min', 'approveMajor'],
    ['system', 'actionDone'],
    ['chen-jing', 'verify'],
    ['li-na', 'sendBack'],
    ['chen-jing', 'denyEffect'],
    ['li-na', 'confirmEffect'],
    ['wang-lei', 'confirm'],
    ['liu-yang', 'contest'],
    ['li-na', 'decideContest'],
    ['chen-jing', 'askBack'],
    ['emily', 'replyBack'],
    ['liu-yang', 'withdrawCapa'],
    ['liu-yang', 'answer'],
    ['chen-jing', 'acceptAnswer'],
    ['chen-jing', 'returnAnswer'],
    ['liu-yang', 'finishAnswer'],
  ] as const),
);

const step = fc.record({
  who: fc.oneof({ weight: 4, arbitrary: likely }, fc.tuple(fc.constantFrom(...people), fc.constantFrom(...moves))),
  /** An interaction that comes again under an id that was used before. */
  repeats: fc.option(fc.nat({ max: 20 }), { freq: 4 }),
  round: fc.option(fc.nat({ max: 2 }), { freq: 2 }),
});

/** Whoever is excluded from a move, worked out here from the data alone and not by the product's roles. */
function excludedFrom(move: string, { data }: Finding): readonly string[] {
  const owners = data.capa.actions.map(({ ownerId }) => ownerId);
  const { handlerId = 'wang-lei', coWriterIds, answer } = data;
  const answering = ['wang-lei', handlerId, ...coWriterIds, ...data.capa.authorIds, ...(answer?.authorIds ?? [])];
  if (['decideContest', 'amend', 'withdraw'].includes(move)) return answering;
  if (['acceptAnswer', 'returnAnswer'].includes(move)) return answer?.authorIds ?? [];
  if (['setReviewDay', 'approveCapa', 'returnCapa', 'approveMajor', 'returnMajor'].includes(move))
    return data.capa.authorIds;
  if (['verify', 'sendBack'].includes(move)) return [...data.capa.authorIds, ...owners];
  return ['confirmEffect', 'denyEffect'].includes(move) ? data.capa.authorIds : [];
}

function answersTo(move: MoveName, record: Finding, kind: string): unknown {
  const open = record.data.raised.find(({ done }) => !done)?.number ?? 'FD-2026-0001-A1';
  if (move === 'actionDone') return { number: open };
  return move === 'issue' ? { ...answers.issue, kind } : answers[move];
}

interface Step {
  readonly who: string;
  readonly move: MoveName;
  readonly said: unknown;
  readonly interaction: string;
  readonly round: number | null;
}

/** One step on, held against L, D, S, P and A of the invariants. `given` holds the first answer to each interaction. */
function takeStep(desk: PureEngine, before: Finding, step: Step, given: Map<string, HistoryEntry>): Finding {
  const { who, move, said, interaction, round } = step;
  const verdict = desk.ask(finding, before, who, move, said, { interaction, round });
  const again = verdict.verdict === 'repeated' ? verdict.entry : undefined;
  expect(again).toEqual(given.get(interaction));
  if (verdict.verdict !== 'done') return before;
  const { record, entry } = verdict;
  given.set(interaction, entry);
  expect([...(legal[before.state] ?? []), ...(withdrawn[move] ?? [])]).toContain(record.state);
  expect([...excludedFrom(move, before), 'qian-li', 'fang-lei']).not.toContain(who);
  expect(record.version).toBe(before.version + 1);
  expect(record.history).toHaveLength(record.version);
  expect(record.history.slice(0, -1)).toEqual(before.history);
  expect(record.history.at(-1)).toEqual(entry);
  expect(verifyHistory(record.history, record)).toEqual([]);
  expect(findingData.parse(record.data)).toEqual(record.data);
  const keys = record.effects.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(record.effects.slice(0, before.effects.length)).toEqual(before.effects);
  return record;
}

test('any sequence of moves by anybody, doubled and reordered, keeps the record lawful', () => {
  const reached = new Set<string>();
  const steps = fc.array(step, { minLength: 10, maxLength: 40 });
  fc.assert(
    fc.property(fc.constantFrom(...states), fc.constantFrom(...kinds), steps, (start, kind, walk) => {
      const desk = openPureEngine();
      let record = findingIn(desk, start, { kind });
      desk.report('ma-li', {}, answers.merge.into);
      const given = new Map(record.history.map((entry) => [entry.interaction, entry]));
      walk.forEach(({ who: [who, move], repeats, round }, index) => {
        const interaction = `step-${repeats === null ? index : Math.min(repeats, index)}`;
        const said = answersTo(move, record, kind);
        record = takeStep(desk, record, { who, move, said, interaction, round }, given);
        reached.add(record.state);
      });
      const decided = record.history.map(({ interaction }) => interaction);
      expect(new Set(decided).size).toBe(decided.length);
    }),
    { numRuns: 150, seed: 20261123 },
  );
  expect([...reached].sort()).toEqual(Object.keys(finding.states).sort());
});

describe('answers that nobody meant', () => {
  const desk = openPureEngine();
  const starts = new Map(moves.map((move) => [move, startOf(move)]));

  /** A finding from which the move starts, and somebody who may make it. */
  function startOf(move: MoveName): { record: Finding; who: string } {
    for (const state of states) {
      const record = findingIn(desk, state);
      desk.report('ma-li', {}, answers.merge.into);
      for (const who of people) {
        if (mayMake(finding, record, { move, actor: actorOf(who), round: null }, desk.setting()) === null) {
          return { record, who };
        }
      }
    }
    throw new Error(`nobody may ever ${move}`);
  }

  const answer = (move: MoveName, said: unknown) => {
    const { record, who } = starts.get(move) ?? startOf(move);
    return desk.ask(finding, record, who, move, said);
  };

  const asking = moves.filter((move) => Object.keys(answers[move]).length > 0);
  const nasty = [
    null,
    [],
    'text',
    0,
    { $gt: '' },
    { $where: 'sleep(1000)' },
    JSON.parse('{"__proto__": {"reason": "x"}, "constructor": 1}'),
  ];

  test.each(asking)('to %s are errors, in any shape', (move) => {
    for (const said of nasty) expect(answer(move, said).verdict).toBe('errors');
    for (const field of Object.keys(answers[move])) {
      for (const odd of [{ $ne: null }, [{ $gt: '' }], 17, true, null, 'x'.repeat(40_000)]) {
        expect(answer(move, { ...answers[move], [field]: odd })).toMatchObject({
          verdict: 'errors',
          errors: { [field]: {} },
        });
      }
    }
  });

  test('of any JSON shape never throw, and never make more than one decision', () => {
    const field = fc.constantFrom('__proto__', ...moves.flatMap((move) => Object.keys(answers[move])));
    const shape = fc.oneof(fc.jsonValue(), fc.dictionary(field, fc.jsonValue()));
    fc.assert(
      fc.property(fc.constantFrom(...moves), shape, (move, said) => {
        const verdict = answer(move, cleanDeep(said));
        const faults = verdict.verdict === 'done' ? verifyHistory(verdict.record.history, verdict.record) : [];
        expect(faults).toEqual([]);
      }),
      { numRuns: 500, seed: 20261123 },
    );
  });

  test('keep what people wrote: emoji, markup and operators are words like any other', () => {
    const reason = '<@U123> *bold* {"$gt": ""} =1+1 \u0000 👩‍🔧 نص';
    const verdict = answer('reject', cleanDeep({ reason: `\u202e${reason}\ud800` }));
    expect(verdict).toMatchObject({
      verdict: 'done',
      record: { data: { rejection: expect.stringContaining('👩‍🔧 نص\ufffd') } },
    });
  });
});

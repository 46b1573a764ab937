import type { Reply } from '../../src/chat/reply.ts';
import { moveOf } from '../../src/records/declaration/all-moves.ts';
import type { RecordType } from '../../src/records/declaration/record-type.ts';
import type { Said } from '../command.ts';
import type { Context } from '../context.ts';
import { recordNamed } from '../suggest/numbers.ts';
import { makeMove } from './move.ts';
import { movesCalled } from './moves-called.ts';
import { showRecord } from './show.ts';

const NUMBER = /^[A-Za-z]{1,8}-\d{4}-\d{1,6}(-[A-Za-z]\d{1,3}){0,2}$/;

/** A number that names a record unambiguously; or one in its full form, whether the record exists or not. */
export async function numberIn(said: string, type: string | null, context: Context): Promise<string | null> {
  return (await recordNamed(said, type, context)) ?? (NUMBER.test(said) ? said : null);
}

/** A record's number alone; a move and a number, `下发 FD-2026-0001`: the number gives the type. Null for anything else. */
export async function sayNumber(text: string, said: Said, context: Context): Promise<Reply | null> {
  const alone = await numberIn(text, null, context);
  if (alone !== null) return showRecord(alone, context);
  const words = text.split(/\s+/);
  for (let length = 1; length < Math.min(words.length, 4); length++) {
    const number = await numberIn(words.slice(-length).join(' '), null, context);
    if (number === null) continue;
    const type = typeNumbered(number, context);
    return type ? sayMove(type, words, said, context) : null;
  }
  return null;
}

/** The type whose records have such numbers; a child's number extends its parent's. */
function typeNumbered(number: string, { registry, org }: Context): RecordType<unknown> | undefined {
  const mark = /-([a-z])\d+$/i.exec(number)?.[1]?.toUpperCase();
  if (mark !== undefined) {
    const children = registry.all.filter((type) => type.number.per === 'parent');
    return children.find((type) => type.number.prefix(org) === mark) ?? children[0];
  }
  const prefix = number.toUpperCase().split('-')[0];
  return registry.all.find((type) => type.number.per === 'year' && type.number.prefix(org) === prefix);
}

/**
 * A move in words, with the record's number last: `name a handler FD-2026-0001`. Of two moves with the same words, the one that
 * starts from the record's state. Null for anything else.
 */
export async function sayMove(
  type: RecordType<unknown>,
  words: readonly string[],
  said: Said,
  context: Context,
): Promise<Reply | null> {
  for (const length of [1, 2, 3]) {
    const called = movesCalled(words.slice(0, -length).join(''), type);
    const number = called.length === 0 ? null : await numberIn(words.slice(-length).join(' '), type.type, context);
    if (number === null) continue;
    const record = await context.records.load({ number: number.toUpperCase() });
    const state = record?.state ?? '';
    const move = called.find((name) => moveOf(type, name)?.from.includes(state)) ?? called[0];
    if (move === undefined) return null;
    return makeMove({ number: number.toUpperCase(), type: type.type, move, round: null, answers: null }, said, context);
  }
  return null;
}

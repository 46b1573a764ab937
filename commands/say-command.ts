import type { Interaction } from '../src/chat/interaction.ts';
import type { Reply } from '../src/chat/reply.ts';
import { moveOf } from '../src/records/all-moves.ts';
import type { RecordType } from '../src/records/declaration/record-type.ts';
import { answerCallBack } from './call-back/index.ts';
import type { Context } from './context.ts';
import { readListFor, showList } from './list/show-list.ts';
import { showStats } from './list/show-stats.ts';
import { answerMeant, answerUnreadList } from './meant/meant.ts';
import { recordNamed } from './meant/numbers.ts';
import { makeMove } from './move.ts';
import { openNewForm } from './new.ts';
import { showApprovals } from './qm/approvals.ts';
import { showHelp } from './qm/help.ts';
import { answerQm } from './qm/index.ts';
import { showMine } from './qm/mine.ts';
import { showOverdue } from './qm/overdue.ts';
import { answerServed } from './served/index.ts';
import { answerFigures, showService } from './service/index.ts';
import { showRecord } from './show.ts';
import { answerSurvey } from './survey/index.ts';
import { movesCalled, nounOf, phrases, type Verb, verbOf } from './words.ts';

type Said = Extract<Interaction, { kind: 'command' }>;

const NUMBER = /^[A-Za-z]{1,8}-\d{4}-\d{1,6}(-[A-Za-z]\d{1,3}){0,2}$/;

/** Answers what somebody said: a slash command, or plain words to the bot. */
export async function answerCommand(said: Said, context: Context): Promise<Reply> {
  const types = context.registry.all;
  const text = `${said.noun ?? ''} ${said.text.replace(/^[/／](?=\S)/, '')}`.trim();
  const phrase = phrases.get(text.replace(/\s/g, ''));
  const phrased = phrase && types.find(({ type }) => type === phrase.noun);
  if (phrase && phrased) return answerVerb(phrased, phrase.verb, '', context);
  const own = text.replace(/^qm(\s+|$)/i, '');
  const [first = ''] = own.split(/\s+/);
  const qm = answerQm(own, said, context);
  if (qm) return qm;
  const figures = answerFigures(own, context);
  if (figures) return figures;
  const room = answerServed(own, context) ?? answerCallBack(own, context) ?? (await answerSurvey(own, context));
  if (room) return room;
  const type = types.find((one) => one.type === nounOf(first, types));
  if (!type) return answerAlone(own, text, said, context);
  const rest = own.slice(first.length).trim();
  const [word = ''] = rest.split(/\s+/);
  const verb = word === '' ? 'help' : verbOf(word);
  if (verb) return answerVerb(type, verb, rest.slice(word.length).trim(), context);
  return (await answerNoun(type, rest, said, context)) ?? answerMeant(text, context);
}

/** What names no record type: a record's number, or a word that needs none. */
async function answerAlone(own: string, text: string, said: Said, context: Context): Promise<Reply> {
  const number = await numberIn(own, null, context);
  if (number !== null) return showRecord(number, context);
  const verb = verbOf(own);
  if (verb === 'help' || own === '') return showHelp(context);
  if (verb === 'mine') return showMine(context);
  if (verb === 'approvals') return showApprovals(context);
  if (verb === 'overdue') return showOverdue(context);
  return (await answerNumbered(own.split(/\s+/), said, context)) ?? answerMeant(text, context);
}

/** `show FD-2026-0001`, `下发 FD-2026-0001`: the number at the end tells what it is about. Null for anything else. */
async function answerNumbered(words: readonly string[], said: Said, context: Context): Promise<Reply | null> {
  for (let length = 1; length < Math.min(words.length, 4); length++) {
    const number = await numberIn(words.slice(-length).join(' '), null, context);
    if (number === null) continue;
    if (verbOf(words.slice(0, -length).join(' ')) === 'show') return showRecord(number, context);
    const type = typeNumbered(number, context);
    return type ? answerMove(type, words, said, context) : null;
  }
  return null;
}

/** The type whose records have such numbers; a child's number goes on behind its parent's. */
function typeNumbered(number: string, { registry, org }: Context): RecordType<unknown> | undefined {
  const mark = /-([a-z])\d+$/i.exec(number)?.[1]?.toUpperCase();
  if (mark !== undefined) {
    const children = registry.all.filter((type) => type.number.per === 'parent');
    return children.find((type) => type.number.prefix(org) === mark) ?? children[0];
  }
  const prefix = number.toUpperCase().split('-')[0];
  return registry.all.find((type) => type.number.per === 'year' && type.number.prefix(org) === prefix);
}

function answerVerb(type: RecordType<unknown>, verb: Verb, argument: string, context: Context): Reply | Promise<Reply> {
  switch (verb) {
    case 'new':
      return openNewForm(type.type, context);
    case 'list':
      return answerList(type, argument, context);
    case 'search':
      return answerSearch(type, argument, context);
    case 'show':
      return argument === '' ? answerList(type, '', context) : answerShow(type, argument, context);
    case 'mine':
      return showMine(context);
    case 'approvals':
      return showApprovals(context);
    case 'overdue':
      return argument === '' ? showOverdue(context) : answerList(type, `overdue ${argument}`, context);
    case 'stats':
      return type.type === 'incident' ? showService(argument, context) : answerStats(type, argument, context);
    case 'help':
      return showHelp(context);
    default:
      return verb satisfies never;
  }
}

/** After the word for a record type: a number, a move, or what its list is to be narrowed by; null for anything else. */
async function answerNoun(
  type: RecordType<unknown>,
  rest: string,
  said: Said,
  context: Context,
): Promise<Reply | null> {
  const number = await numberIn(rest, type.type, context);
  if (number !== null) return showRecord(number, context);
  const moved = await answerMove(type, rest.split(/\s+/), said, context);
  if (moved) return moved;
  const reading = readListFor(type, rest, context);
  return reading.unread.length === 0 && reading.pieces.length > 0 ? showList(type, reading.query, context) : null;
}

function answerList(type: RecordType<unknown>, said: string, context: Context): Promise<Reply> {
  const reading = readListFor(type, said, context);
  return reading.unread.length === 0
    ? showList(type, reading.query, context)
    : answerUnreadList(type, said, reading, context);
}

/** A search: whatever does not narrow the list is looked for. */
async function answerSearch(type: RecordType<unknown>, said: string, context: Context): Promise<Reply> {
  const number = await recordNamed(said, type.type, context);
  if (number !== null) return showRecord(number, context);
  return showList(type, readListFor(type, said, context, { search: true }).query, context);
}

async function answerStats(type: RecordType<unknown>, said: string, context: Context): Promise<Reply> {
  const stats = await showStats(type, said, context);
  return stats ?? answerUnreadList(type, said, readListFor(type, said, context), context);
}

async function answerShow(type: RecordType<unknown>, said: string, context: Context): Promise<Reply> {
  return showRecord((await numberIn(said, type.type, context)) ?? said, context);
}

/** A number that names a record beyond doubt; or one in its full form, whether there is such a record or not. */
async function numberIn(said: string, type: string | null, context: Context): Promise<string | null> {
  return (await recordNamed(said, type, context)) ?? (NUMBER.test(said) ? said : null);
}

/**
 * A move by its words, the record's number last: `/finding name a handler FD-2026-0001`. Of two moves with the same words, the
 * one that starts from the record's state.
 */
async function answerMove(
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

import type { Interaction } from '../src/chat/interaction.ts';
import type { Reply } from '../src/chat/reply.ts';
import { moveOf } from '../src/records/all-moves.ts';
import type { RecordType } from '../src/records/define-record.ts';
import type { Context } from './context.ts';
import { listMine, listOpen } from './list.ts';
import { makeMove } from './move.ts';
import { openNewForm } from './new.ts';
import { showApprovals } from './qm/approvals.ts';
import { showHelp } from './qm/help.ts';
import { answerQm } from './qm/index.ts';
import { showOverdue } from './qm/overdue.ts';
import { showRecord } from './show.ts';
import { movesCalled, nounOf, phrases, type Verb, verbOf } from './words.ts';

type Said = Extract<Interaction, { kind: 'command' }>;

const NUMBER = /^[A-Za-z]{1,8}-\d{4}-\d{1,6}(-[A-Za-z]\d{1,3})?$/;

/** Answers what somebody said: a slash command, or plain words to the bot. */
export async function answerCommand(said: Said, context: Context): Promise<Reply> {
  const types = context.registry.all;
  const text = `${said.noun ?? ''} ${said.text.replace(/^[/／](?=\S)/, '')}`.trim();
  const phrase = phrases.get(text.replace(/\s/g, ''));
  if (phrase) return answerVerb(phrase.noun, phrase.verb, '', context);
  const tokens = text.split(/\s+/);
  const [first = '', ...rest] = tokens[0]?.toLowerCase() === 'qm' ? tokens.slice(1) : tokens;
  const qm = answerQm([first, ...rest].join(' '), said, context);
  if (qm) return qm;
  if (NUMBER.test(first)) return showRecord(first, context);
  const type = types.find((one) => one.type === nounOf(first, types));
  if (!type) return answerAlone(first, text, context);
  const [word = '', argument = ''] = rest;
  if (NUMBER.test(word)) return showRecord(word, context);
  const verb = word === '' ? 'help' : verbOf(word);
  if (verb) return answerVerb(type.type, verb, argument, context);
  return (await answerMove(type, rest, said, context)) ?? showHelp(context, text);
}

function answerAlone(word: string, text: string, context: Context): Reply | Promise<Reply> {
  const verb = verbOf(word);
  if (verb === 'mine' || verb === 'approvals' || verb === 'overdue') return answerVerb('', verb, '', context);
  if (verb === 'help' || word === '') return showHelp(context);
  return showHelp(context, text);
}

function answerVerb(noun: string, verb: Verb, argument: string, context: Context): Reply | Promise<Reply> {
  switch (verb) {
    case 'new':
      return openNewForm(noun, context);
    case 'list':
      return listOpen(noun, context);
    case 'show':
      return argument === '' ? listOpen(noun, context) : showRecord(argument, context);
    case 'mine':
      return listMine(context);
    case 'approvals':
      return showApprovals(context);
    case 'overdue':
      return showOverdue(context);
    case 'help':
      return showHelp(context);
    default:
      return verb satisfies never;
  }
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
  const number = words.at(-1) ?? '';
  const called = movesCalled(words.slice(0, -1).join(''), type);
  if (called.length === 0 || !NUMBER.test(number)) return null;
  const record = await context.records.load({ number: number.toUpperCase() });
  const state = record?.state ?? '';
  const move = called.find((name) => moveOf(type, name)?.from.includes(state)) ?? called[0];
  if (move === undefined) return null;
  return makeMove({ number: number.toUpperCase(), type: type.type, move, round: null, answers: null }, said, context);
}

import type { Reply } from '../../src/chat/reply.ts';
import type { RecordType } from '../../src/records/declaration/record-type.ts';
import { type Command, command, type Spoken, spokenOf } from '../command.ts';
import type { Context } from '../context.ts';
import { materialOf } from '../evidence/material.ts';
import { exportList, exportValue } from '../export/export-list.ts';
import { turnPage, turnValue } from '../list/show-list.ts';
import { createRecord, isRaised, openNewForm } from '../new.ts';
import { showApprovals } from '../qm/approvals.ts';
import { showHelp } from '../qm/help.ts';
import { showMine } from '../qm/mine.ts';
import { showOverdue } from '../qm/overdue.ts';
import { moveCommand } from './move-command.ts';
import { nounsOf } from './nouns.ts';
import { sayList, sayNoun, saySearch, sayShow, sayStats } from './say-list.ts';
import { verbs } from './verbs.ts';

/** What a type does in its own way. */
interface Own {
  /** Its figures. */
  stats?(said: string, context: Context): Promise<Reply>;
}

/** What can be asked of a record type: its verbs, and its moves. */
export function commandsOf(type: RecordType<unknown>, own: Own = {}): readonly Command[] {
  const nouns = nounsOf(type);
  const said = (verb: keyof typeof verbs): Spoken => spokenOf(nouns, verbs[verb]);
  const { type: noun, called } = type;
  return [
    ...(isRaised(type) ? [] : [newCommand(type, said('new'))]),
    command({
      id: `${noun}.list`,
      words: said('list'),
      value: turnValue,
      stale: 'list.stale',
      say: (rest, _said, context) => sayList(type, rest, context),
      press: (turn, _press, context) => turnPage(type, turn, context),
    }),
    command({
      id: `${noun}.export`,
      value: exportValue,
      stale: 'list.stale',
      press: (wish, _press, context) => exportList(type, wish, context),
    }),
    command({
      id: `${noun}.search`,
      words: said('search'),
      say: (rest, _said, context) => saySearch(type, rest, context),
    }),
    command({
      id: `${noun}.stats`,
      words: said('stats'),
      say: (rest, _said, context) => own.stats?.(rest, context) ?? sayStats(type, rest, context),
    }),
    command({ id: `${noun}.show`, words: said('show'), say: (rest, _said, context) => sayShow(type, rest, context) }),
    command({
      id: `${noun}.overdue`,
      words: said('overdue'),
      say: (rest, _said, context) => (rest === '' ? showOverdue(context) : sayList(type, `overdue ${rest}`, context)),
    }),
    command({ id: `${noun}.mine`, words: said('mine'), say: (_rest, _said, context) => showMine(context) }),
    command({
      id: `${noun}.approvals`,
      words: said('approvals'),
      say: (_rest, _said, context) => showApprovals(context),
    }),
    command({ id: `${noun}.help`, words: said('help'), say: (_rest, _said, context) => showHelp(context) }),
    command({
      id: `${noun}.find`,
      words: nouns,
      say: (rest, said, context) => (rest === '' ? showHelp(context) : sayNoun(type, rest, said, context)),
    }),
    ...type.allMoves.map(([move]) => moveCommand(type, move)),
  ];

  function newCommand({ type: name }: RecordType<unknown>, words: Spoken): Command {
    return command({
      id: `${name}.new`,
      words,
      ...(called?.phrases && { phrases: called.phrases }),
      say: (_rest, _said, context) => openNewForm(name, context),
      press: async (_value, press, context) => openNewForm(name, context, await materialOf(press.value, context)),
      submit: async (answers, _value, submit, context) =>
        createRecord(name, answers, context, await materialOf(submit.context, context)),
    });
  }
}

import type { Locale } from '../../src/i18n/locale.ts';
import { translate } from '../../src/i18n/translate.ts';
import type { RecordType } from '../../src/records/declaration/record-type.ts';
import { type Command, command, spokenOf } from '../command.ts';
import { draftEvidenceOf } from '../evidence/draft-evidence.ts';
import { exportList, exportValue } from '../export/export-list.ts';
import { PERIOD } from '../figures/figures-commands.ts';
import { isByPeriod, showStats } from '../figures/show-stats.ts';
import { turnPage, turnValue } from '../list/show-list.ts';
import { showApprovals } from '../qm/approvals.ts';
import { showMine } from '../qm/mine.ts';
import { showOverdue } from '../qm/overdue.ts';
import { moveCommand } from './move-command.ts';
import { createRecord, isRaised, openNewForm } from './new.ts';
import { hiddenNounsOf, nounIn, nounsOf } from './nouns.ts';
import { sayList, sayNoun, saySearch, sayShow } from './say-list.ts';
import { showNoun } from './show-noun.ts';
import { verbs } from './verbs.ts';

/** A record type's commands: its verbs, and its moves. `siblings` returns all commands. */
export function commandsOf(type: RecordType<unknown>, siblings: () => readonly Command[]): readonly Command[] {
  const nouns = nounsOf(type);
  const hidden = hiddenNounsOf(type);
  const { type: noun, called } = type;
  const said = (verb: keyof typeof verbs) => ({
    words: spokenOf(nouns, verbs[verb]),
    hidden: spokenOf(hidden, verbs[verb]),
    does: (locale: Locale) => translate(locale, `command.${verb}`, { nouns: nounIn(type, locale) }),
  });
  const showOwn: NonNullable<Command['say']> = (_rest, _said, context) => showNoun(type, siblings(), context);
  return [
    ...(isRaised(type) ? [] : [newCommand()]),
    command({
      id: `${noun}.list`,
      ...said('list'),
      takes: '[overdue | mine | closed | since DAY | "WORDS"]',
      topic: 'find',
      value: turnValue,
      stale: 'list.stale',
      say: (rest, _said, context) => sayList(type, rest, context),
      press: (turn, _press, context) => turnPage(type, turn, context),
    }),
    command({
      id: `${noun}.export`,
      value: exportValue,
      stale: 'list.stale',
      press: (value, _press, context) => exportList(type, value, context),
    }),
    command({
      id: `${noun}.search`,
      ...said('search'),
      takes: 'WORDS',
      say: (rest, _said, context) => saySearch(type, rest, context),
    }),
    command({
      id: `${noun}.stats`,
      ...said('stats'),
      ...(isByPeriod(type) && { does: (locale: Locale) => translate(locale, 'help.service') }),
      takes: isByPeriod(type) ? PERIOD : '[since DAY]',
      say: (rest, _said, context) => showStats(type, rest, context),
    }),
    command({
      id: `${noun}.show`,
      ...said('show'),
      takes: 'NUMBER',
      say: (rest, _said, context) => sayShow(type, rest, context),
    }),
    command({
      id: `${noun}.overdue`,
      ...said('overdue'),
      say: (rest, _said, context) => (rest === '' ? showOverdue(context) : sayList(type, `overdue ${rest}`, context)),
    }),
    command({ id: `${noun}.mine`, ...said('mine'), say: (_rest, _said, context) => showMine(context) }),
    command({ id: `${noun}.approvals`, ...said('approvals'), say: (_rest, _said, context) => showApprovals(context) }),
    command({ id: `${noun}.help`, ...said('help'), say: showOwn }),
    command({
      id: `${noun}.find`,
      words: nouns,
      hidden,
      does: (locale) => translate(locale, 'command.help', { nouns: nounIn(type, locale) }),
      ...(called?.slash !== undefined && { slash: called.slash }),
      say: (rest, said, context) => (rest === '' ? showOwn(rest, said, context) : sayNoun(type, rest, said, context)),
    }),
    ...type.allMoves.map(([move]) => moveCommand(type, move)),
  ];

  function newCommand(): Command {
    const title = type.words.new?.title;
    return command({
      id: `${noun}.new`,
      words: spokenOf(nouns, verbs.new),
      hidden: spokenOf(hidden, verbs.new),
      ...(called?.phrases && { phrases: called.phrases }),
      ...(title && { does: (locale) => translate(locale, title) }),
      topic: 'report',
      say: (_rest, _said, context) => openNewForm(noun, context),
      press: async (_value, press, context) => openNewForm(noun, context, await draftEvidenceOf(press.value, context)),
      submit: async (answers, _value, submit, context) =>
        createRecord(noun, answers, context, await draftEvidenceOf(submit.context, context)),
    });
  }
}

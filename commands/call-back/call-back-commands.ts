import type { Reply } from '../../src/chat/reply.ts';
import { words } from '../../src/chat/text.ts';
import { translate } from '../../src/i18n/translate.ts';
import { callBack } from '../../src/quality/call-back/call-back.ts';
import { type Command, command, type Spoken, spokenOf } from '../command.ts';
import type { Context } from '../context.ts';
import { nounsOf } from '../record/nouns.ts';
import { refuse } from '../replies.ts';
import { exportCoverage, exportValue, sayExport } from './export-coverage.ts';
import { nextCall } from './next-call.ts';
import { complainValue, openComplaint } from './open-complaint.ts';
import { type PlaceInCalls, placeValue } from './place-in-calls.ts';
import { scoreCall, scoreValue } from './score-call.ts';
import { askToShare, shareCalls } from './share-calls.ts';
import { showCoverage } from './show-coverage.ts';

/** `/callback`, `回访`: the first customer to call, for the service desk. */
async function startCalls(context: Context): Promise<Reply> {
  const isAgent = context.person.roles.includes('sd');
  if (!isAgent) return refuse(context, { key: 'calls.refusal.noAgent' });
  return { kind: 'card', card: await nextCall({ calls: 0 }, context) };
}

/** The next customer: replaces the card if the user has called before, else in a new card. */
async function goOn(place: PlaceInCalls | null, context: Context): Promise<Reply> {
  if (!place) return startCalls(context);
  const next = await nextCall(place, context);
  return { kind: 'toast', tone: 'info', text: words(next.summary), next };
}

const nouns = nounsOf(callBack);
const coverage = spokenOf(nouns, { 'zh-CN': ['覆盖率', '及时率'], en: ['coverage'] });
const save: Spoken = { 'zh-CN': ['导出', '保存'], en: ['export'] };

/** The service desk's call-backs to customers, and their coverage. */
export const callBackCommands: readonly Command[] = [
  command({
    id: 'callback.next',
    does: (locale) => translate(locale, 'help.callback'),
    topic: 'act',
    phrases: nouns,
    value: placeValue,
    say: (_rest, _said, context) => startCalls(context),
    press: (place, _press, context) => goOn(place, context),
  }),
  command({ id: 'callback.score', value: scoreValue, press: scoreCall }),
  command({
    id: 'callback.complain',
    value: complainValue,
    press: ({ number }, press, context) => openComplaint(number, press.value, context),
  }),
  command({
    id: 'callback.share',
    does: (locale) => translate(locale, 'calls.share.title'),
    topic: 'act',
    phrases: spokenOf(nouns, { 'zh-CN': ['交接', '交班'], en: ['share', 'handover'] }),
    say: (_rest, _said, context) => askToShare(context),
    submit: (answers, _value, _submit, context) => shareCalls(answers, context),
  }),
  command({
    id: 'callback.coverage',
    words: coverage,
    does: (locale) => translate(locale, 'command.coverage'),
    takes: '[since DAY]',
    topic: 'find',
    say: (rest, _said, context) => showCoverage(rest, context),
  }),
  command({
    id: 'callback.export',
    does: (locale) => translate(locale, 'command.coverage.export'),
    takes: '[csv | xlsx] [since DAY]',
    topic: 'find',
    words: spokenOf(coverage, save),
    value: exportValue,
    say: (rest, _said, context) => sayExport(rest, context),
    press: ({ from, as }, _press, context) => exportCoverage(from, as, context),
  }),
];

import { z } from 'zod';
import type { Interaction } from '../../src/chat/interaction.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { words } from '../../src/chat/text.ts';
import { translate } from '../../src/i18n/translate.ts';
import { type Score, scoreKey, scoreSchema } from '../../src/quality/satisfaction/score.ts';
import type { Context } from '../context.ts';
import type { TableFormat } from '../export/table-file.ts';
import { makeMove } from '../move.ts';
import { refuse } from '../replies.ts';
import { exportCoverage, pressExport } from './export-coverage.ts';
import { nextCall } from './next-call.ts';
import { openComplaint } from './open-complaint.ts';
import { placeInCalls } from './place-in-calls.ts';
import { firstDayOf } from './read-coverage.ts';
import { askToShare, shareCalls } from './share-calls.ts';
import { showCoverage } from './show-coverage.ts';

const coverageWords = ['coverage', '覆盖率', '及时率'];
const exportWords = ['export', '导出', '保存'];
const formatWords = new Map<string, TableFormat>([
  ['csv', 'csv'],
  ['xlsx', 'xlsx'],
  ['excel', 'xlsx'],
]);
const shareWords = ['share', 'handover', '交接', '交班'];

/** `/callback`, `回访`: the first customer to call. `share`: hands over at the end of a shift. `coverage`: how they were kept, with `export` as a file. Null for anything else that is said of call-backs. */
export function answerCallBack(text: string, context: Context): Promise<Reply> | Reply | null {
  const [noun = '', ...rest] = text.trim().split(/\s+/);
  if (!['callback', 'callbacks', '回访'].includes(noun.toLowerCase())) return null;
  const word = rest.join(' ').toLowerCase();
  if (word === '') return startCalls(context);
  if (shareWords.includes(word)) return askToShare(context);
  const first = rest[0]?.toLowerCase() ?? '';
  return coverageWords.includes(first) ? answerCoverage(rest.slice(1), context) : null;
}

/** `coverage`, or with `export` and perhaps a format the same as a file. */
function answerCoverage(said: readonly string[], context: Context): Promise<Reply> | Reply {
  const [word = '', as = '', ...more] = said;
  if (!exportWords.includes(word.toLowerCase())) return showCoverage(said.join(' '), context);
  const format = formatWords.get(as.toLowerCase());
  const from = firstDayOf((format ? more : [as, ...more]).join(' ').trim(), context);
  if (from === undefined) return refuse(context, { key: 'calls.coverage.badDay' });
  return exportCoverage(from, format ?? 'xlsx', context);
}

async function startCalls(context: Context): Promise<Reply> {
  const isAgent = context.person.roles.includes('sd');
  if (!isAgent) return refuse(context, { key: 'calls.refusal.noAgent' });
  return { kind: 'card', card: await nextCall({ calls: 0 }, context) };
}

/** The next customer: in the place of the card where somebody has called before, else in a card of its own. */
async function goOn({ value }: Extract<Interaction, { kind: 'press' }>, context: Context): Promise<Reply> {
  const place = placeInCalls(value);
  if (!place) return startCalls(context);
  const next = await nextCall(place, context);
  return { kind: 'toast', tone: 'info', text: words(next.summary), next };
}

const scoredSchema = z.object({ number: z.string().max(60), score: scoreSchema });

/** The answer to a button of this room; null for any other. */
export function pressCallBack(
  press: Extract<Interaction, { kind: 'press' }>,
  context: Context,
): Promise<Reply> | Reply | null {
  if (press.action === 'callback.next') return goOn(press, context);
  if (press.action === 'callback.export') return pressExport(press.value, context);
  if (press.action === 'callback.complain') return openComplaint(press.value, context);
  if (press.action !== 'callback.score') return null;
  const scored = scoredSchema.safeParse(press.value);
  return scored.success ? score(press, scored.data, context) : refuse(context, { key: 'refusal.noSuchMove' });
}

/** One press records what the customer said; the next customer follows in the same card. */
async function score(
  press: Extract<Interaction, { kind: 'press' }>,
  { number, score: said }: { readonly number: string; readonly score: Score },
  context: Context,
): Promise<Reply> {
  const answers = { score: String(said), complaint: 'no' };
  const wish = { number, type: 'callBack', move: 'answer', round: null, answers };
  const reply = await makeMove(wish, press, context);
  const { locale } = context;
  // Somebody was first, or nothing was saved.
  if (reply.kind !== 'toast') return refuse(context, { key: 'calls.refusal.gone' });
  if (reply.tone === 'error') return reply;
  const text =
    reply.tone === 'good'
      ? words(translate(locale, 'calls.scored', { number, score: translate(locale, scoreKey(said)) }))
      : reply.text;
  const place = placeInCalls(press.value) ?? { calls: 0 };
  const left = { number, said: text.map((piece) => ('text' in piece ? piece.text : '')).join('') };
  const next = await nextCall({ calls: place.calls + (reply.tone === 'good' ? 1 : 0) }, context, left);
  return { kind: 'toast', tone: reply.tone, text, next };
}

/** The answer to a form of this room, handed in; null for any other. */
export function submitCallBack(
  { form, answers }: Extract<Interaction, { kind: 'submit' }>,
  context: Context,
): Promise<Reply> | null {
  return form === 'callback.share' ? shareCalls(answers, context) : null;
}

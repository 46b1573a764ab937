import type { Block, Card } from '../../src/chat/card.ts';
import type { Field, Form } from '../../src/chat/form.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { bold, plain, words } from '../../src/chat/text.ts';
import { translate } from '../../src/i18n/translate.ts';
import { complaintWords } from '../../src/quality/complaint/words.ts';
import { choiceField, textField } from '../../src/records/declaration/fields.ts';
import type { DeskRow } from '../../src/records/store/desk-repository.ts';
import type { DraftEvidence } from '../../src/records/store/draft-evidence-repository.ts';
import type { Context } from '../context.ts';
import { myWork } from '../desk/desk-lists.ts';
import { sumUp, withDraftEvidence } from './draft-evidence.ts';

/** How many records the card offers, and how many the form. */
const ON_CARD = 3;
const IN_FORM = 20;

/** The records the user is likely to mean: their latest reports, and what waits for them, each once. */
async function likely(context: Context, most: number): Promise<DeskRow[]> {
  const [reported, work] = await Promise.all([context.desk.reportedBy(context.person.id, most), myWork(context, most)]);
  const inTurn = reported.flatMap((row, index) => [row, ...work.rows.slice(index, index + 1)]);
  const all = [...inTurn, ...work.rows.slice(reported.length)];
  return [...new Map(all.map((row) => [row.number, row])).values()].slice(0, most);
}

/** Asks what messages and files are for: a new finding, one of the user's records, or another one. */
export async function askWhere(material: DraftEvidence, context: Context): Promise<Reply> {
  return { kind: 'card', card: askCard(material, await likely(context, ON_CARD), context) };
}

/** The question as a card, with the likely records. */
export function askCard(
  { id, evidence }: Pick<DraftEvidence, 'id' | 'evidence'>,
  rows: readonly DeskRow[],
  context: Pick<Context, 'locale'>,
): Card {
  const { locale } = context;
  const title = translate(locale, 'evidence.ask.title');
  const blocks: Block[] = [
    { kind: 'text', text: words(sumUp(evidence, context)) },
    ...quoted(evidence),
    { kind: 'text', text: words(translate(locale, 'evidence.ask.choose')) },
    {
      kind: 'buttons',
      buttons: [
        {
          action: 'finding.new',
          label: translate(locale, 'evidence.ask.new'),
          value: { material: id },
          style: 'primary',
        },
        { action: 'complaint.new', label: translate(locale, complaintWords.new.title), value: { material: id } },
        { action: 'evidence.add', label: translate(locale, 'evidence.ask.other'), value: { material: id } },
      ],
    },
    ...(rows.length === 0 ? [] : [{ kind: 'lines', lines: rows.map((row) => lineOf(row, id, context)) } as const]),
  ];
  return { title, tone: 'action', summary: title, blocks };
}

/** The beginning of the text, to tell several such cards apart. */
function quoted(evidence: DraftEvidence['evidence']): Block[] {
  const first = evidence.find(({ kind }) => kind === 'quote');
  if (first?.kind !== 'quote') return [];
  const text = first.text.length > 120 ? `${first.text.slice(0, 120).replace(/[\ud800-\udbff]$/, '')}…` : first.text;
  return [{ kind: 'quote', text: words(text) }];
}

function lineOf({ number, title }: DeskRow, material: string, { locale }: Pick<Context, 'locale'>) {
  return {
    text: [bold(number), plain(` ${title}`)],
    button: {
      action: 'evidence.addTo',
      label: translate(locale, 'evidence.ask.addTo', { number }),
      value: { material, number },
    },
  };
}

/** The form that asks for the record. */
export async function chooseForm(material: DraftEvidence, context: Context, chosen: string[] = []): Promise<Form> {
  const { locale } = context;
  const rows = await likely(context, IN_FORM);
  const options = rows.map(({ number, title }) => ({ value: number, label: `${number} ${title}` }));
  const number = textField(
    locale,
    { name: 'number', label: 'evidence.form.number', hint: 'evidence.form.number.hint' },
    chosen[0],
  );
  const recent: Field[] =
    options.length === 0 ? [] : [choiceField(locale, { name: 'record', label: 'evidence.form.record' }, options)];
  const form: Form = {
    id: 'evidence.add',
    title: translate(locale, 'evidence.form.title'),
    submit: translate(locale, 'common.submit'),
    cancel: translate(locale, 'common.cancel'),
    fields: [...recent, { ...number, max: 60 } as Field],
    context: {},
  };
  return withDraftEvidence(form, material, context);
}

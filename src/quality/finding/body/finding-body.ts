import { formatDay } from '../../../calendar/format.ts';
import type { Block, Fact } from '../../../chat/card.ts';
import { words } from '../../../chat/text.ts';
import { translate } from '../../../i18n/translate.ts';
import { type NamePair, nameOf } from '../../../org/organisation.ts';
import { factIn } from '../../../records/card/blocks.ts';
import { personText } from '../../../records/card/person-text.ts';
import type { View } from '../../../records/declaration/record-context.ts';
import { label } from '../../../records/say.ts';
import type { RecordOf } from '../../../records/shape/record.ts';
import type { FindingData } from '../finding-data.ts';
import { findingWords } from '../words.ts';
import { withAside } from './aside.ts';
import { capaBlocks } from './capa-blocks.ts';
import { disputeBlocks } from './dispute-blocks.ts';
import { remark } from './remark.ts';

/** Place, kind, source, criterion and reporter; unknown facts are left out. */
function findingFacts({ data }: RecordOf<FindingData>, view: View): Fact[] {
  const { locale, org } = view;
  const fact = factIn(locale);
  const said = (text: string | undefined) => (text === undefined ? undefined : words(text));
  const labelled = (prefix: string, id: string | undefined) =>
    id === undefined ? undefined : words(label(`${prefix}.${id}`, locale));
  const named = (item: { readonly name: NamePair } | undefined) => item && words(nameOf(item.name, locale));
  const element = org.settings.capabilityElements.find(({ id }) => id === data.element);
  const merged = data.merged.map(({ number }) => number).join(translate(locale, 'common.listSeparator'));
  return [
    ...fact(findingWords.field.where, words(data.where)),
    ...fact(findingWords.field.kind, labelled('finding.kind', data.kind)),
    ...fact(findingWords.field.suggestedKind, data.kind ? undefined : labelled('finding.kind', data.suggestedKind)),
    ...fact(findingWords.field.criterion, said(data.criterion)),
    ...fact(findingWords.field.source, labelled('finding.source', data.source)),
    ...fact(findingWords.field.element, named(element)),
    ...fact('record.field.project', named(org.project(data.projectId ?? ''))),
    ...fact(findingWords.field.evidence, said(data.evidence)),
    ...fact(findingWords.field.reporter, data.reporterId === null ? undefined : [personText(data.reporterId, view)]),
    ...fact(findingWords.field.mergedInto, said(data.mergedInto)),
    ...fact(findingWords.field.mergedFrom, said(merged === '' ? undefined : merged)),
  ];
}

/** The most questions a card shows (the latest). */
const SHOWN = 2;

/** Questions to the reporter and their answers, until the finding is issued, with a note that the triage deadline is still running. */
function questionBlocks({ data, state }: RecordOf<FindingData>, view: View): Block[] {
  if (data.kind !== undefined) return [];
  const asked = data.questions
    .slice(-SHOWN)
    .flatMap(({ text, answer }) => [
      ...remark(findingWords.question, text, view),
      ...remark(findingWords.reply, answer, view),
    ]);
  const note: Block = { kind: 'note', text: words(translate(view.locale, findingWords.note.asked)) };
  return state === 'askedBack' ? [...asked, note] : asked;
}

/** The answer to an observation or an opportunity for improvement, and what was done. */
function answerBlocks({ data }: RecordOf<FindingData>, view: View): Block[] {
  const { answer, carriedOut } = data;
  if (!answer) return [];
  const { locale } = view;
  const intent = translate(locale, answer.will ? findingWords.answer.will : findingWords.answer.wont);
  const aside = answer.byDay === undefined ? intent : `${intent} · ${formatDay(answer.byDay, locale)}`;
  return [
    ...remark(findingWords.field.answer, withAside(answer.text, aside, locale), view),
    ...remark(findingWords.field.carriedOut, carriedOut, view),
  ];
}

/** The body of a finding's card: what was seen, the criterion, and everything written about it so far. */
export function findingBody(record: RecordOf<FindingData>, view: View): Block[] {
  const { data } = record;
  return [
    { kind: 'quote', text: words(data.what) },
    { kind: 'facts', facts: findingFacts(record, view) },
    ...questionBlocks(record, view),
    ...disputeBlocks(record, view),
    ...sentBackBecause(record, view),
    ...capaBlocks(record, view),
    ...answerBlocks(record, view),
    ...remark(findingWords.field.verification, data.verification, view),
    ...remark(findingWords.field.effect, data.effect, view),
    ...remark(findingWords.field.reason, data.rejection ?? data.withdrawal, view),
  ];
}

function sentBackBecause({ data, state }: RecordOf<FindingData>, view: View): Block[] {
  if (state === 'answerReturned')
    return remark(findingWords.answerReturnedBecause, data.pastAnswers.at(-1)?.reason, view);
  const last = data.pastRounds.at(-1);
  if (!last || state !== 'returned') return [];
  const key = last.outcome === 'returned' ? findingWords.returnedBecause : findingWords.ineffectiveBecause;
  return remark(key, last.reason, view);
}

import type { Block } from '../../chat/card.ts';
import { bold, plain, words } from '../../chat/text.ts';
import { translate } from '../../i18n/translate.ts';
import { factIn } from '../../records/card/blocks.ts';
import type { View } from '../../records/declaration/record-context.ts';
import { label, personName } from '../../records/say.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import type { ComplaintData } from './complaint-data.ts';
import { complaintWords } from './words.ts';

/** The last three notes of the investigation. */
export function noteBlocks({ data }: RecordOf<ComplaintData>, view: View): Block[] {
  if (data.notes.length === 0) return [];
  const lines = data.notes
    .slice(-3)
    .map(({ by, text }) => ({ text: [bold(personName(by, view)), plain(`  ${text}`)] }));
  return [
    { kind: 'heading', text: translate(view.locale, complaintWords.field.notes) },
    { kind: 'lines', lines },
  ];
}

/** The last answer, and what the complainant said to it. */
export function answerBlocks({ data }: RecordOf<ComplaintData>, { locale }: View): Block[] {
  const answer = data.answers.at(-1);
  if (!answer) return [];
  const { upheld, text, remedy, reaction, words: said } = answer;
  const fact = factIn(locale);
  return [
    { kind: 'heading', text: translate(locale, complaintWords.field.answer) },
    { kind: 'quote', text: words(text) },
    {
      kind: 'facts',
      facts: [
        ...fact(complaintWords.field.upheld, label(complaintWords.upheld[upheld], locale)),
        ...fact(complaintWords.field.remedy, remedy),
        ...fact(complaintWords.field.reaction, reaction && label(complaintWords.reaction[reaction], locale)),
        ...fact(complaintWords.field.words, said),
      ],
    },
  ];
}

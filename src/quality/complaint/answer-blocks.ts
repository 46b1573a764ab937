import type { Block, Fact } from '../../chat/card.ts';
import { bold, plain, words } from '../../chat/text.ts';
import { type MessageKey, translate } from '../../i18n/translate.ts';
import type { View } from '../../records/declaration/circumstances.ts';
import type { RecordOf } from '../../records/record.ts';
import { label, personName } from '../../records/say.ts';
import type { ComplaintData } from './complaint-data.ts';

/** The last three notes of the investigation. */
export function noteBlocks({ data }: RecordOf<ComplaintData>, view: View): Block[] {
  if (data.notes.length === 0) return [];
  const lines = data.notes
    .slice(-3)
    .map(({ by, text }) => ({ text: [bold(personName(by, view)), plain(`  ${text}`)] }));
  return [
    { kind: 'heading', text: translate(view.locale, 'complaint.field.notes') },
    { kind: 'lines', lines },
  ];
}

/** The last answer, and what the complainant said to it. */
export function answerBlocks({ data }: RecordOf<ComplaintData>, { locale }: View): Block[] {
  const answer = data.answers.at(-1);
  if (!answer) return [];
  const { upheld, text, remedy, reaction, words: said } = answer;
  const fact = (key: MessageKey, value: string | undefined): Fact[] =>
    value === undefined ? [] : [{ label: translate(locale, key), value: words(value) }];
  return [
    { kind: 'heading', text: translate(locale, 'complaint.field.answer') },
    { kind: 'quote', text: words(text) },
    {
      kind: 'facts',
      facts: [
        ...fact('complaint.field.upheld', label(`complaint.upheld.${upheld}`, locale)),
        ...fact('complaint.field.remedy', remedy),
        ...fact('complaint.field.reaction', reaction && label(`complaint.reaction.${reaction}`, locale)),
        ...fact('complaint.field.words', said),
      ],
    },
  ];
}

import type { Block } from '../../../chat/card.ts';
import { words } from '../../../chat/text.ts';
import { translate } from '../../../i18n/translate.ts';
import type { View } from '../../../records/declaration/record-context.ts';
import type { RecordOf } from '../../../records/shape/record.ts';
import type { FindingData } from '../finding-data.ts';
import { findingWords } from '../words.ts';
import { remark } from './remark.ts';

/** How many of the questions a card shows, the last ones. */
const SHOWN = 2;

/** What the reporter was asked and said, while the finding is not issued; and that the time for triage runs on meanwhile. */
export function questionBlocks({ data, state }: RecordOf<FindingData>, view: View): Block[] {
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

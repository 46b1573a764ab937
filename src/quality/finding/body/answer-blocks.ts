import { formatDay } from '../../../calendar/format.ts';
import type { Block } from '../../../chat/card.ts';
import { translate } from '../../../i18n/translate.ts';
import type { View } from '../../../records/declaration/record-context.ts';
import type { RecordOf } from '../../../records/shape/record.ts';
import type { FindingData } from '../finding-data.ts';
import { findingWords } from '../words.ts';
import { withAside } from './aside.ts';
import { remark } from './remark.ts';

/** The answer to an observation or an opportunity for improvement, and what was done of it. */
export function answerBlocks({ data }: RecordOf<FindingData>, view: View): Block[] {
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

import type { Block } from '../../chat/card.ts';
import { words } from '../../chat/text.ts';
import { translate } from '../../i18n/translate.ts';
import type { View } from '../../records/declaration/record-context.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import { commentBlocks, figureBlocks, partBlocks } from './figure-blocks.ts';
import type { SatisfactionReportData } from './satisfaction-report-data.ts';
import { satisfactionReportWords } from './words.ts';

/** The body of a report's card: its text, the figures with charts, the least satisfied parts, and customers' comments. */
export function satisfactionReportBody({ data }: RecordOf<SatisfactionReportData>, view: View): Block[] {
  const { locale, org } = view;
  const drawn = { locale, smallSample: org.settings.figures.smallSample };
  const { figures } = data;
  const text = (name: 'returned' | 'conclusion' | 'problems' | 'measures'): Block[] =>
    data[name] === undefined
      ? []
      : [
          { kind: 'heading', text: translate(locale, satisfactionReportWords.field[name]) },
          { kind: 'quote', text: words(data[name]) },
        ];
  if (!figures)
    return [...text('returned'), { kind: 'note', text: words(translate(locale, satisfactionReportWords.wait)) }];
  return [
    ...text('returned'),
    ...figureBlocks(figures, drawn),
    ...text('conclusion'),
    ...text('problems'),
    ...text('measures'),
    ...partBlocks(figures, org, drawn),
    ...commentBlocks(figures, drawn),
    { kind: 'note', text: words(translate(locale, satisfactionReportWords.formulas)) },
  ];
}

import type { Block } from '../../chat/card.ts';
import { words } from '../../chat/text.ts';
import { translate } from '../../i18n/translate.ts';
import { quotedIn } from '../../records/card/blocks.ts';
import { openButton } from '../../records/card/draw-buttons.ts';
import type { View } from '../../records/declaration/record-context.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import { answerBlocks, noteBlocks } from './answer-blocks.ts';
import type { ComplaintData } from './complaint-data.ts';
import { complaintFacts } from './complaint-facts.ts';
import { tellComplainant } from './tell-complainant.ts';
import { complaintWords } from './words.ts';

/** What a complaint's card shows; the words for the complainant only where one of us looks at it. */
export function complaintBody(record: RecordOf<ComplaintData>, view: View): Block[] {
  const { data } = record;
  const { locale } = view;
  const quoted = quotedIn(locale);
  return [
    { kind: 'facts', facts: complaintFacts(record, view) },
    ...quoted(data.wordless ? complaintWords.field.known : complaintWords.field.what, data.what),
    ...(data.wordless && record.open && view.viewer !== null
      ? [{ kind: 'note', text: words(translate(locale, complaintWords.wordless)) } as const]
      : []),
    ...(data.about === undefined
      ? []
      : ([
          {
            kind: 'lines',
            lines: [
              {
                text: words(translate(locale, complaintWords.about, { number: data.about })),
                button: openButton(data.about, translate(locale, 'record.open')),
              },
            ],
          },
        ] as const)),
    ...noteBlocks(record, view),
    ...answerBlocks(record, view),
    ...quoted(complaintWords.field.assessment, data.assessment?.text),
    ...quoted(complaintWords.field.reopening, data.closedAt === undefined ? data.reopenings.at(-1)?.reason : undefined),
    ...quoted(complaintWords.field.closing, data.closing),
    ...quoted(complaintWords.field.withdrawal, data.withdrawal),
    ...(view.viewer === null ? [] : quoted(complaintWords.tell, tellComplainant(record, view.org))),
  ];
}

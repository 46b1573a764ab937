import type { Block } from '../../chat/card.ts';
import { words } from '../../chat/text.ts';
import { translate } from '../../i18n/translate.ts';
import { nameOf } from '../../org/organisation.ts';
import { openButton } from '../../records/card/draw-buttons.ts';
import type { View } from '../../records/declaration/record-context.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import type { CommitmentData } from './commitment-data.ts';
import { commitmentWords } from './words.ts';

/** The body of a commitment's card: to whom, what, a link to the visit, and the outcome. */
export function commitmentBody({ data }: RecordOf<CommitmentData>, { locale, org }: View): Block[] {
  const customer = org.customer(data.customerId);
  const end = data.result ?? data.dropped;
  return [
    {
      kind: 'facts',
      facts: [
        {
          label: translate(locale, 'record.field.customer'),
          value: words(customer ? nameOf(customer.name, locale) : data.customerId),
        },
      ],
    },
    { kind: 'quote', text: words(data.what) },
    {
      kind: 'lines',
      lines: [
        {
          text: words(translate(locale, commitmentWords.from, { number: data.visit })),
          button: openButton(data.visit, translate(locale, 'record.open')),
        },
      ],
    },
    ...(end === undefined
      ? []
      : ([
          {
            kind: 'heading',
            text: translate(
              locale,
              data.result === undefined ? commitmentWords.field.dropped : commitmentWords.field.result,
            ),
          },
          { kind: 'quote', text: words(end) },
        ] as const)),
  ];
}

import { formatInstant } from '../../calendar/format.ts';
import type { Block, Fact, Line } from '../../chat/card.ts';
import { words } from '../../chat/text.ts';
import { type MessageKey, translate } from '../../i18n/translate.ts';
import { type NamePair, nameOf } from '../../org/organisation.ts';
import { openButton } from '../../records/card/draw-buttons.ts';
import { siteOf } from '../../records/decide/due.ts';
import type { View } from '../../records/declaration/record-context.ts';
import { label } from '../../records/say.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import type { ProposalData } from './proposal-data.ts';
import { proposalWords } from './words.ts';

/** The body of a proposal's card: the cause, what happened, and a link to its source record. */
export function proposalBody(record: RecordOf<ProposalData>, { locale, org }: View): Block[] {
  const { data } = record;
  const named = (key: MessageKey, item: { readonly name: NamePair } | undefined): Fact[] =>
    item ? [{ label: translate(locale, key), value: words(nameOf(item.name, locale)) }] : [];
  const line = (key: MessageKey, number: string): Line => ({
    text: words(translate(locale, key, { number })),
    button: openButton(number, translate(locale, 'record.open')),
  });
  return [
    {
      kind: 'facts',
      facts: [
        {
          label: translate(locale, proposalWords.field.cause),
          value: words(label(proposalWords.cause[data.cause], locale)),
        },
        ...named('record.field.customer', org.customer(data.customerId ?? '')),
        ...named('record.field.project', org.project(data.projectId ?? '')),
      ],
    },
    { kind: 'heading', text: translate(locale, proposalWords.field.facts) },
    { kind: 'quote', text: words(data.facts) },
    ...(data.reason === undefined
      ? []
      : ([
          { kind: 'heading', text: translate(locale, proposalWords.field.reason) },
          { kind: 'quote', text: words(data.reason) },
        ] as const)),
    ...(data.withdrawnAt === undefined
      ? []
      : [
          {
            kind: 'note',
            text: words(
              translate(locale, proposalWords.withdrawn, {
                at: formatInstant(new Date(data.withdrawnAt), org.calendarOf(siteOf(record, org)).zone, locale),
              }),
            ),
          } as const,
        ]),
    {
      kind: 'lines',
      lines: [
        line(proposalWords.about, data.about),
        ...(data.finding === undefined ? [] : [line(proposalWords.finding, data.finding)]),
      ],
    },
  ];
}

import type { Block } from '../../chat/card.ts';
import { words } from '../../chat/text.ts';
import { translate } from '../../i18n/translate.ts';
import { factIn } from '../../records/card/blocks.ts';
import { siteOf } from '../../records/decide/due.ts';
import type { View } from '../../records/declaration/record-context.ts';
import { say } from '../../records/say.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import type { ActionData } from './action-data.ts';
import { actionWords } from './words.ts';

/** The body of an action's card: its finding, kind, progress and transfers. */
export function actionBody(record: RecordOf<ActionData>, view: View): Block[] {
  const { data } = record;
  const { locale, org } = view;
  const fact = factIn(locale);
  const speech = { locale, org, zone: org.calendarOf(siteOf(record, org)).zone };
  const last = data.progress.at(-1);
  const passed = data.transfers.at(-1);
  const transferred =
    passed &&
    say(
      {
        key: actionWords.transferred,
        params: {
          at: { instant: passed.at },
          from: { person: passed.from },
          to: { person: passed.to },
          reason: passed.reason,
        },
      },
      speech,
    );
  return [
    {
      kind: 'facts',
      facts: [
        ...fact(actionWords.field.finding, data.finding),
        ...fact(actionWords.field.kind, translate(locale, `capa.actionKind.${data.kind}`)),
        ...fact(actionWords.field.sentBack, data.sentBack),
        ...fact(actionWords.field.progress, last?.text),
        ...fact(actionWords.field.evidence, data.evidence),
        ...fact(actionWords.field.withdrawal, data.withdrawal),
      ],
    },
    ...(transferred === undefined ? [] : [{ kind: 'note', text: words(transferred) } as const]),
  ];
}

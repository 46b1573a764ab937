import { formatDay, formatMonth } from '../../src/calendar/format.ts';
import type { Block, Button, Line } from '../../src/chat/card.ts';
import { bold, plain } from '../../src/chat/text.ts';
import { type MessageKey, type MessageParams, translate } from '../../src/i18n/translate.ts';
import { sayFigures } from '../../src/quality/satisfaction-report/figure-blocks.ts';
import { openButton } from '../../src/records/card/draw-buttons.ts';
import type { Asker } from './entitled.ts';
import type { CustomerSummary } from './read-summary.ts';

/** The summary, one line per item with a link to the record; `own` narrows lists to the customer or project: `customer=metro`. */
export function summaryBlocks(
  standing: CustomerSummary,
  own: { readonly complaints: string; readonly commitments: string },
  asker: Asker,
): Block[] {
  const { locale, org } = asker;
  const say = (key: MessageKey, params?: MessageParams) => translate(locale, key, params);
  const view = { locale, smallSample: org.settings.figures.smallSample };
  const open = (number: string) => openButton(number, say('record.open'));
  const { lastVisit, nextVisit, complaints, commitments, rated, survey } = standing;
  const line = (key: MessageKey, value: string, button?: Button): Line => ({
    text: [bold(say(key)), plain(`  ${value}`)],
    ...(button && { button }),
  });
  const counted = (key: MessageKey, { total, first }: CustomerSummary['complaints'], asked: string): Line => {
    if (first === null) return line(key, say('served.standing.none'));
    const list: Button = { action: 'qm.say', label: say('served.show'), value: { text: asked } };
    return line(key, say('served.standing.count', { count: total }), total === 1 ? open(first) : list);
  };
  const lines = [
    lastVisit
      ? line('served.standing.lastVisit', formatDay(lastVisit.day, locale), open(lastVisit.number))
      : line('served.standing.lastVisit', say('served.standing.none')),
    ...(nextVisit
      ? [
          line(
            'served.standing.nextVisit',
            say(wordsOf(nextVisit), { day: formatDay(nextVisit.day, locale) }),
            nextVisit.number === undefined ? undefined : open(nextVisit.number),
          ),
        ]
      : []),
    counted('served.standing.complaints', complaints, `complaint list open ${own.complaints}`),
    counted('served.standing.commitments', commitments, `commitment list open ${own.commitments}`),
    rated
      ? line(
          'served.standing.rated',
          `${rated.scores.join(' ')}\n${sayFigures(rated.figures, view)}`,
          open(rated.latest),
        )
      : line('served.standing.rated', say('served.standing.none')),
    ...(survey
      ? [
          line(
            'served.standing.survey',
            `${formatMonth(`${survey.month}-01`, locale)}\n${sayFigures(survey.figures, view)}`,
            open(survey.number),
          ),
        ]
      : []),
  ];
  return [
    { kind: 'heading', text: say('served.standing') },
    { kind: 'lines', lines },
  ];
}

function wordsOf({ number, agreed, isFirst }: NonNullable<CustomerSummary['nextVisit']>): MessageKey {
  if (number !== undefined) return agreed ? 'served.standing.agreed' : 'served.standing.toAgree';
  return isFirst ? 'served.standing.first' : 'served.standing.by';
}

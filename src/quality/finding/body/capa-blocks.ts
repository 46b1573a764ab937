import { formatDay } from '../../../calendar/format.ts';
import type { Block } from '../../../chat/card.ts';
import { bold, plain, words } from '../../../chat/text.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { translate } from '../../../i18n/translate.ts';
import { nameOf } from '../../../org/organisation.ts';
import { personText } from '../../../records/card/person-text.ts';
import type { View } from '../../../records/declaration/record-context.ts';
import type { RecordOf } from '../../../records/shape/record.ts';
import type { Capa } from '../capa-data.ts';
import type { FindingData } from '../finding-data.ts';
import { findingWords } from '../words.ts';
import { withAside } from './aside.ts';
import { remark } from './remark.ts';

/** States in which the report is still being written, so the review day is not settled. */
const written: readonly string[] = ['issued', 'returned'];

/** The report as written so far. */
export function capaBlocks(record: RecordOf<FindingData>, view: View): Block[] {
  const { data, round } = record;
  const { capa } = data;
  if (capa.authorIds.length === 0) return [];
  const { locale } = view;
  const heading =
    round === 0
      ? translate(locale, findingWords.capa)
      : translate(locale, findingWords['capa.round'], { round: round + 1 });
  return [
    { kind: 'heading', text: heading },
    ...remark(findingWords.field.correction, capa.correction, view),
    ...remark(findingWords.field.containment, capa.containment, view),
    ...causeBlocks(capa, view),
    ...actionBlocks(data, view),
    ...effectBlocks(record, view),
  ];
}

function causeBlocks(capa: Capa, view: View): Block[] {
  const { locale, org } = view;
  const category = org.settings.causeCategories.find(({ id }) => id === capa.causeCategory);
  const chain = capa.whys.map((why, index) => `${index + 1}. ${why}`).join('\n');
  return [
    ...(chain === '' ? [] : whysBlocks(chain, locale)),
    ...remark(
      findingWords.field.rootCause,
      capa.rootCause && category ? withAside(capa.rootCause, nameOf(category.name, locale), locale) : capa.rootCause,
      view,
    ),
  ];
}

function whysBlocks(chain: string, locale: Locale): Block[] {
  return [
    { kind: 'text', text: [bold(translate(locale, findingWords['capa.cause']))] },
    { kind: 'note', text: words(chain) },
  ];
}

function actionBlocks({ capa, raised }: FindingData, view: View): Block[] {
  if (capa.actions.length === 0) return [];
  const { locale } = view;
  const lines = capa.actions.map(({ id, kind, what, ownerId, dueDay }) => {
    const record = raised.find(({ number }) => number.endsWith(`-${id}`));
    const mark = record?.done ? ` · ${translate(locale, 'capa.actionDone')}` : '';
    return {
      // Long text comes last, where platforms truncate.
      text: [
        bold(`${id} ${translate(locale, `capa.actionKind.${kind}`)}`),
        plain(' · '),
        personText(record?.ownerIds.at(-1) ?? ownerId, view),
        plain(` · ${formatDay(dueDay, locale)}${mark}\n${what}`),
      ],
    };
  });
  return [{ kind: 'lines', lines }];
}

function effectBlocks({ data, state }: RecordOf<FindingData>, view: View): Block[] {
  const { criterion, reviewDay } = data.capa;
  if (criterion === undefined) return [];
  const { locale } = view;
  const isOpen = written.includes(state) && reviewDay === undefined;
  const review =
    reviewDay === undefined
      ? translate(locale, findingWords.review.none)
      : translate(locale, findingWords.review.on, { day: formatDay(reviewDay, locale) });
  return remark(findingWords.field.effectCriterion, isOpen ? criterion : withAside(criterion, review, locale), view);
}

import { yearOf } from '../../calendar/day.ts';
import { formatMonthIn } from '../../calendar/format.ts';
import type { Block, Chart, Fact } from '../../chat/card.ts';
import { bold, plain, words } from '../../chat/text.ts';
import type { Locale } from '../../i18n/locale.ts';
import { type MessageKey, translate } from '../../i18n/translate.ts';
import { type NamePair, nameOf, type Organisation } from '../../org/organisation.ts';
import { percentOf, percentText } from '../../share.ts';
import { scoreKey } from '../satisfaction/score.ts';
import type { ReportFigures } from './report-figures.ts';
import { satisfactionReportWords } from './words.ts';

/** The language of the figures, and the threshold for few answers. */
export interface FiguresView {
  readonly locale: Locale;
  readonly smallSample: number;
}
/** The overall figures, without those of parts. */
export type OverallFigures = Pick<
  ReportFigures,
  'services' | 'servicesBefore' | 'rated' | 'surveys' | 'surveysBefore' | 'answered' | 'months'
>;
type Figures = ReportFigures['services'];
/** The most entries of each list on a card. */
const SHOWN = 8;

/** The figures compared with the period before, and a chart by month. */
export const figureBlocks = (figures: OverallFigures, view: FiguresView): Block[] => [
  { kind: 'facts', facts: factsOf(figures, view) },
  trendOf(figures, view),
];

/** The least satisfied customers and projects, and the questions of surveys. */
export const partBlocks = (figures: ReportFigures, org: Organisation, view: FiguresView): Block[] => [
  ...partsOf(satisfactionReportWords.customers, figures.customers, (id) => org.customer(id)?.name, view),
  ...partsOf(satisfactionReportWords.projects, figures.projects, (id) => org.project(id)?.name, view),
  ...questionsOf(figures, view),
];

/** `92.5%（37/40），4.43，88.6 分`, with a mark if few answered. */
export function sayFigures({ satisfied, mean, outOf100 }: Figures, { locale, smallSample }: FiguresView): string {
  if (mean === null || outOf100 === null) return translate(locale, satisfactionReportWords.none);
  const { met, of } = satisfied;
  const rate = percentText(satisfied) ?? '';
  const value = translate(locale, satisfactionReportWords.figures, { rate, met, of, mean, outOf100 });
  return of < smallSample ? `${value}${translate(locale, satisfactionReportWords.small)}` : value;
}

function factsOf(figures: OverallFigures, view: FiguresView): Fact[] {
  const { locale } = view;
  const fact = (label: MessageKey, now: Figures, before: Figures): Fact => ({
    label: translate(locale, label),
    value: [
      bold(sayFigures(now, view)),
      plain(
        translate(locale, satisfactionReportWords.before, {
          value: percentText(before.satisfied) ?? translate(locale, satisfactionReportWords.none),
        }),
      ),
    ],
  });
  const share = (label: MessageKey, counts: ReportFigures['rated']): Fact => {
    const rate = percentText(counts);
    const said =
      rate === null ? translate(locale, satisfactionReportWords.none) : `${rate} (${counts.met}/${counts.of})`;
    return { label: translate(locale, label), value: words(said) };
  };
  return [
    fact(satisfactionReportWords.services, figures.services, figures.servicesBefore),
    share(satisfactionReportWords.rated, figures.rated),
    fact(satisfactionReportWords.surveys, figures.surveys, figures.surveysBefore),
    share(satisfactionReportWords.answered, figures.answered),
  ];
}

/** CSAT by month. Not having been asked is not dissatisfaction: months without answers are left out, and so is a line without any. */
function trendOf({ months, services }: OverallFigures, { locale }: FiguresView): Chart {
  const kinds = (['services', 'surveys'] as const).filter((kind) => months.some((one) => one[kind].of > 0));
  const known = months.filter((one) => kinds.some((kind) => one[kind].of > 0));
  return {
    kind: 'chart',
    as: 'line',
    title: translate(locale, satisfactionReportWords.trend),
    unit: '%',
    categories: known.map(({ first }) => formatMonthIn(first, yearOf(first), locale)),
    series: kinds.map((kind) => ({
      name: translate(locale, satisfactionReportWords[kind]),
      values: known.map((one) => percentOf(one[kind]) ?? 0),
      ...(kind === 'surveys' && { tone: 'good' }),
    })),
    alt: translate(locale, satisfactionReportWords['trend.alt'], {
      months: known.length,
      rate: percentText(services.satisfied) ?? '0%',
    }),
  };
}

function partsOf(
  heading: MessageKey,
  parts: readonly { readonly id: string; readonly figures: Figures }[],
  nameIn: (id: string) => NamePair | undefined,
  view: FiguresView,
): Block[] {
  if (parts.length === 0) return [];
  const lines = parts.slice(0, SHOWN).map(({ id, figures }) => ({
    text: [bold(nameOf(nameIn(id) ?? { zh: id, en: id }, view.locale)), plain(` · ${sayFigures(figures, view)}`)],
  }));
  return [
    { kind: 'heading', text: translate(view.locale, heading) },
    { kind: 'lines', lines },
    ...(parts.length > SHOWN ? [moreOf(parts.length - SHOWN, view)] : []),
  ];
}

const moreOf = (count: number, { locale }: FiguresView): Block => ({
  kind: 'note',
  text: words(translate(locale, satisfactionReportWords.more, { count })),
});

function questionsOf({ questions }: ReportFigures, view: FiguresView): Block[] {
  if (questions.length === 0) return [];
  const lines = questions.slice(0, SHOWN).map(({ text, figures }) => ({
    text: [bold(nameOf(text, view.locale)), plain(` · ${sayFigures(figures, view)}`)],
  }));
  return [
    { kind: 'heading', text: translate(view.locale, satisfactionReportWords.questions) },
    { kind: 'lines', lines },
  ];
}

/** Customers' comments, worst first, each with a button to its record. */
export function commentBlocks({ comments }: Pick<ReportFigures, 'comments'>, { locale }: FiguresView): Block[] {
  if (comments.length === 0) return [];
  const lines = comments.slice(0, SHOWN).map(({ score, text, number }) => ({
    text: [bold(translate(locale, scoreKey(score))), plain(` ${text}`)],
    button: { action: 'record.open', label: number, value: { number } },
  }));
  return [
    { kind: 'heading', text: translate(locale, satisfactionReportWords.comments) },
    { kind: 'lines', lines },
  ];
}

import { yearOf } from '../../calendar/day.ts';
import { formatMonthIn } from '../../calendar/format.ts';
import type { Block, Chart, Fact } from '../../chat/card.ts';
import { bold, plain, words } from '../../chat/text.ts';
import { type MessageKey, translate } from '../../i18n/translate.ts';
import { nameOf, type Organisation } from '../../org/organisation.ts';
import type { View } from '../../records/declaration/circumstances.ts';
import type { RecordOf } from '../../records/record.ts';
import { scoreKey } from '../satisfaction/score.ts';
import type { ReportFigures } from './report-figures.ts';
import type { SatisfactionReportData } from './satisfaction-report-data.ts';

type Figures = ReportFigures['services'];
/** Of each list this many are shown on the card; the file has them all. */
const SHOWN = 8;

/** A report as its card shows it: what was written, the figures with their charts, the least satisfied parts, and what customers said. */
export function satisfactionReportBody({ data }: RecordOf<SatisfactionReportData>, view: View): Block[] {
  const { locale } = view;
  const { figures } = data;
  const text = (name: 'returned' | 'conclusion' | 'problems' | 'measures'): Block[] =>
    data[name] === undefined
      ? []
      : [
          { kind: 'heading', text: translate(locale, `satisfactionReport.field.${name}`) },
          { kind: 'quote', text: words(data[name]) },
        ];
  if (!figures)
    return [...text('returned'), { kind: 'note', text: words(translate(locale, 'satisfactionReport.wait')) }];
  return [
    ...text('returned'),
    { kind: 'facts', facts: factsOf(figures, view) },
    trendOf(figures, view),
    ...text('conclusion'),
    ...text('problems'),
    ...text('measures'),
    ...partsOf('satisfactionReport.customers', figures.customers, (id) => customerName(id, view.org, view), view),
    ...partsOf('satisfactionReport.projects', figures.projects, (id) => projectName(id, view.org, view), view),
    ...questionsOf(figures, view),
    ...commentsOf(figures, view),
    { kind: 'note', text: words(translate(locale, 'satisfactionReport.formulas')) },
  ];
}

/** `92.5%（37/40），4.43，88.6 分`, and a mark where few have answered. */
function said({ satisfied, mean, outOf100 }: Figures, { locale, org }: View): string {
  if (mean === null || outOf100 === null) return translate(locale, 'satisfactionReport.none');
  const { met, of } = satisfied;
  const rate = `${Math.round((met / of) * 1000) / 10}%`;
  const value = translate(locale, 'satisfactionReport.figures', { rate, met, of, mean, outOf100 });
  return of < org.settings.figures.smallSample ? `${value}${translate(locale, 'satisfactionReport.small')}` : value;
}

function factsOf(figures: ReportFigures, view: View): Fact[] {
  const { locale } = view;
  const fact = (label: MessageKey, now: Figures, before: Figures): Fact => ({
    label: translate(locale, label),
    value: [
      bold(said(now, view)),
      plain(
        translate(locale, 'satisfactionReport.before', {
          value: before.mean === null ? translate(locale, 'satisfactionReport.none') : `${rateOf(before)}%`,
        }),
      ),
    ],
  });
  const share = (label: MessageKey, { met, of }: ReportFigures['rated']): Fact => ({
    label: translate(locale, label),
    value: words(
      of === 0 ? translate(locale, 'satisfactionReport.none') : `${Math.round((met / of) * 1000) / 10}% (${met}/${of})`,
    ),
  });
  return [
    fact('satisfactionReport.services', figures.services, figures.servicesBefore),
    share('satisfactionReport.rated', figures.rated),
    fact('satisfactionReport.surveys', figures.surveys, figures.surveysBefore),
    share('satisfactionReport.answered', figures.answered),
  ];
}

const rateOf = ({ satisfied: { met, of } }: Figures) => (of === 0 ? 0 : Math.round((met / of) * 1000) / 10);

function trendOf({ months, services }: ReportFigures, { locale }: View): Chart {
  const rate = ({ met, of }: ReportFigures['rated']) => (of === 0 ? 0 : Math.round((met / of) * 1000) / 10);
  return {
    kind: 'chart',
    as: 'line',
    title: translate(locale, 'satisfactionReport.trend'),
    unit: '%',
    categories: months.map(({ first }) => formatMonthIn(first, yearOf(first), locale)),
    series: [
      { name: translate(locale, 'satisfactionReport.services'), values: months.map((one) => rate(one.services)) },
      {
        name: translate(locale, 'satisfactionReport.surveys'),
        values: months.map((one) => rate(one.surveys)),
        tone: 'good',
      },
    ],
    alt: translate(locale, 'satisfactionReport.trend.alt', { months: months.length, rate: `${rateOf(services)}%` }),
  };
}

function partsOf(
  heading: MessageKey,
  parts: readonly { readonly id: string; readonly figures: Figures }[],
  called: (id: string) => string,
  view: View,
): Block[] {
  if (parts.length === 0) return [];
  const lines = parts.slice(0, SHOWN).map(({ id, figures }) => ({
    text: [bold(called(id)), plain(` · ${said(figures, view)}`)],
  }));
  return [
    { kind: 'heading', text: translate(view.locale, heading) },
    { kind: 'lines', lines },
    ...(parts.length > SHOWN ? [moreOf(parts.length - SHOWN, view)] : []),
  ];
}

const moreOf = (count: number, { locale }: View): Block => ({
  kind: 'note',
  text: words(translate(locale, 'satisfactionReport.more', { count })),
});

function questionsOf({ questions }: ReportFigures, view: View): Block[] {
  if (questions.length === 0) return [];
  const lines = questions.slice(0, SHOWN).map(({ text, figures }) => ({
    text: [bold(nameOf(text, view.locale)), plain(` · ${said(figures, view)}`)],
  }));
  return [
    { kind: 'heading', text: translate(view.locale, 'satisfactionReport.questions') },
    { kind: 'lines', lines },
  ];
}

function commentsOf({ comments }: ReportFigures, { locale }: View): Block[] {
  if (comments.length === 0) return [];
  const lines = comments.slice(0, SHOWN).map(({ score, text, number }) => ({
    text: [bold(translate(locale, scoreKey(score))), plain(` ${text}`)],
    button: { action: 'record.open', label: number, value: { number } },
  }));
  return [
    { kind: 'heading', text: translate(locale, 'satisfactionReport.comments') },
    { kind: 'lines', lines },
  ];
}

type Named = Pick<View, 'locale'>;
const customerName = (id: string, org: Organisation, { locale }: Named) =>
  nameOf(org.customer(id)?.name ?? { zh: id, en: id }, locale);
const projectName = (id: string, org: Organisation, { locale }: Named) =>
  nameOf(org.project(id)?.name ?? { zh: id, en: id }, locale);

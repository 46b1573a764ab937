import { formatDay } from '../../calendar/format.ts';
import type { Block, Fact } from '../../chat/card.ts';
import { bold, plain, type Text, words } from '../../chat/text.ts';
import type { Locale } from '../../i18n/locale.ts';
import { type MessageKey, translate } from '../../i18n/translate.ts';
import { nameOf } from '../../org/organisation.ts';
import type { View } from '../../records/define-record.ts';
import { personText } from '../../records/person-text.ts';
import type { RecordOf } from '../../records/record.ts';
import { label } from '../../records/say.ts';
import type { Capa, FindingData } from './finding-data.ts';

/** What a finding's card shows: what was seen, what it is held against, and the report as far as it is written. */
export function findingBody(record: RecordOf<FindingData>, view: View): Block[] {
  const { data } = record;
  return [
    { kind: 'quote', text: words(data.what) },
    { kind: 'facts', facts: factsOf(data, view) },
    ...sentBackBecause(record, view),
    ...capaBlocks(record, view),
    ...remark('finding.field.verification', data.verification, view),
    ...remark('finding.field.effect', data.effect, view),
    ...remark('finding.field.reason', data.rejection, view),
  ];
}

function factsOf(data: FindingData, view: View): Fact[] {
  const { locale } = view;
  const fact = (key: MessageKey, value: Text | undefined) => (value ? [{ label: translate(locale, key), value }] : []);
  const said = (text: string | undefined) => (text === undefined ? undefined : words(text));
  const named = (prefix: string, id: string | undefined) =>
    id === undefined ? undefined : words(label(`${prefix}.${id}`, locale));
  return [
    ...fact('finding.field.where', words(data.where)),
    ...fact('finding.field.kind', named('finding.kind', data.kind)),
    ...fact('finding.field.suggestedKind', data.kind ? undefined : named('finding.kind', data.suggestedKind)),
    ...fact('finding.field.criterion', said(data.criterion)),
    ...fact('finding.field.source', named('finding.source', data.source)),
    ...fact('finding.field.evidence', said(data.evidence)),
    ...fact('finding.field.reporter', data.reporterId === null ? undefined : [personText(data.reporterId, view)]),
  ];
}

function sentBackBecause({ data, state }: RecordOf<FindingData>, view: View): Block[] {
  const last = data.pastRounds.at(-1);
  if (!last || state !== 'returned') return [];
  const key = last.outcome === 'returned' ? 'finding.returnedBecause' : 'finding.ineffectiveBecause';
  return remark(key, last.reason, view);
}

function remark(key: MessageKey, text: string | undefined, { locale }: View): Block[] {
  return text === undefined ? [] : [{ kind: 'text', text: [bold(translate(locale, key)), plain(`  ${text}`)] }];
}

function capaBlocks({ data, round }: RecordOf<FindingData>, view: View): Block[] {
  const { capa } = data;
  if (capa.authorIds.length === 0) return [];
  const { locale } = view;
  const heading =
    round === 0 ? translate(locale, 'finding.capa') : translate(locale, 'finding.capa.round', { round: round + 1 });
  return [
    { kind: 'heading', text: heading },
    ...remark('finding.field.correction', capa.correction, view),
    ...remark('finding.field.containment', capa.containment, view),
    ...causeBlocks(capa, view),
    ...actionBlocks(data, view),
    ...effectBlocks(capa, view),
  ];
}

function causeBlocks(capa: Capa, view: View): Block[] {
  const { locale, org } = view;
  const category = org.settings.causeCategories.find(({ id }) => id === capa.causeCategory);
  const chain = capa.whys.map((why, index) => `${index + 1}. ${why}`).join('\n');
  return [
    ...(chain === '' ? [] : whysBlocks(chain, locale)),
    ...remark(
      'finding.field.rootCause',
      capa.rootCause && category ? withAside(capa.rootCause, nameOf(category.name, locale), locale) : capa.rootCause,
      view,
    ),
  ];
}

function whysBlocks(chain: string, locale: Locale): Block[] {
  return [
    { kind: 'text', text: [bold(translate(locale, 'finding.step.cause'))] },
    { kind: 'note', text: words(chain) },
  ];
}

function actionBlocks({ capa, raised }: FindingData, view: View): Block[] {
  if (capa.actions.length === 0) return [];
  const { locale } = view;
  const lines = capa.actions.map(({ id, kind, what, ownerId, dueDay }) => {
    const done = raised.some((action) => action.done && action.number.endsWith(`-${id}`));
    const mark = done ? ` · ${translate(locale, 'action.state.done')}` : '';
    return {
      // What may be long comes last, where a platform cuts.
      text: [
        bold(`${id} ${label(`finding.actionKind.${kind}`, locale)}`),
        plain(' · '),
        personText(ownerId, view),
        plain(` · ${formatDay(dueDay, locale)}${mark}\n${what}`),
      ],
    };
  });
  return [{ kind: 'lines', lines }];
}

function effectBlocks({ criterion, reviewDay }: Capa, view: View): Block[] {
  if (criterion === undefined || reviewDay === undefined) return [];
  const { locale } = view;
  return remark('finding.field.effectCriterion', withAside(criterion, formatDay(reviewDay, locale), locale), view);
}

/** Something in brackets behind a text: full-width ones in Chinese. */
const withAside = (text: string, aside: string, locale: Locale) => translate(locale, 'finding.aside', { text, aside });

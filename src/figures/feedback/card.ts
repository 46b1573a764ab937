import type { Block, Card, Fact, Line } from '../../chat/card.ts';
import { bold, plain, words } from '../../chat/text.ts';
import { groupBy } from '../../group-by.ts';
import type { Locale } from '../../i18n/locale.ts';
import { translate } from '../../i18n/translate.ts';
import { nameOf, type Organisation } from '../../org/organisation.ts';
import { visitWords } from '../../quality/visit/words.ts';
import { openButton } from '../../records/card/draw-buttons.ts';
import { headingNotes, type ServiceHeading } from '../heading.ts';
import type { Feedback } from './read.ts';

/** The most entries a card shows: worst first, then latest. */
const SHOWN = 10;

/** 客户反馈信息表 (R41) as a card: how often customers consider the SLA met, and what each of them said. */
export function drawFeedback(
  all: readonly Feedback[],
  heading: ServiceHeading,
  org: Organisation,
  locale: Locale,
): Card {
  const title = translate(locale, 'feedback.title', { period: heading.period });
  const said: Block[] =
    all.length === 0
      ? [{ kind: 'text', text: words(translate(locale, 'feedback.none')) }]
      : saidBlocks(all, org, locale);
  const formula: Block = { kind: 'note', text: words(translate(locale, 'feedback.formula')) };
  return { title, tone: 'neutral', summary: title, blocks: [...headingNotes(heading, locale), ...said, formula] };
}

function saidBlocks(all: readonly Feedback[], org: Organisation, locale: Locale): Block[] {
  const left = all.length - SHOWN;
  return [
    { kind: 'facts', facts: factsOf(all, locale) },
    { kind: 'lines', lines: all.slice(0, SHOWN).map((one) => lineOf(one, org, locale)) },
    ...(left > 0 ? [{ kind: 'note', text: words(translate(locale, 'feedback.more', { count: left })) } as const] : []),
  ];
}

function factsOf(all: readonly Feedback[], locale: Locale): Fact[] {
  const said = all.flatMap(({ sla }) => (sla ? [nameOf(sla.text, locale)] : []));
  const counts = [...groupBy(said, (answer) => answer)].map(([answer, { length }]) =>
    translate(locale, 'feedback.count', { answer, count: length }),
  );
  const wanted = all.filter(({ newServices }) => newServices !== null).length;
  return [
    {
      label: translate(locale, visitWords.field.sla),
      value: words(counts.join(translate(locale, 'service.dot')) || '—'),
    },
    { label: translate(locale, visitWords.field.newServices), value: words(String(wanted)) },
  ];
}

function lineOf(
  { customerId, projectId, number, sla, note, newServices }: Feedback,
  org: Organisation,
  locale: Locale,
): Line {
  const whose = [org.customer(customerId ?? ''), org.project(projectId ?? '')]
    .flatMap((one) => (one ? [nameOf(one.name, locale)] : []))
    .join(translate(locale, 'service.dot'));
  const wanted = newServices === null ? null : translate(locale, 'feedback.wish', { what: newServices });
  const said = [sla && nameOf(sla.text, locale), note, wanted].filter((part) => part !== null);
  return {
    text: [bold(whose), plain(`\n${said.join('\n')}`)],
    button: openButton(number, translate(locale, 'record.open')),
  };
}

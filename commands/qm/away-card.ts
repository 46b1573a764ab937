import { dayOf } from '../../src/calendar/day.ts';
import { formatDay } from '../../src/calendar/format.ts';
import type { Block, Button, Card } from '../../src/chat/card.ts';
import { bold, plain, type Text, words } from '../../src/chat/text.ts';
import { translate } from '../../src/i18n/translate.ts';
import { type Absence, type AbsenceCaution, absencesOf, cautionsOf } from '../../src/org/absences.ts';
import type { OrgData } from '../../src/org/org-schema.ts';
import type { Person } from '../../src/org/organisation.ts';
import { personName } from '../../src/records/say.ts';
import type { Context } from '../context.ts';

/** The user's current and future absences, each with a button that ends it, under what has just happened. */
export function awayCard(context: Context, data: Pick<OrgData, 'deputies'>, happened: readonly string[]): Card {
  const { locale, person } = context;
  const absences = absencesOf(person.id, data, todayOf(context));
  const title = translate(locale, 'away.title');
  const lines = absences.map((absence) => ({ text: lineOf(absence, context), button: endButton(absence, context) }));
  const none: Block = { kind: 'text', text: words(translate(locale, 'away.none')) };
  return {
    title,
    tone: 'neutral',
    summary: happened[0] ?? title,
    blocks: [
      ...happened.map((text): Block => ({ kind: 'text', text: words(text) })),
      ...(lines.length > 0 ? [{ kind: 'lines', lines } as const] : [none]),
      { kind: 'buttons', buttons: [{ action: 'qm.away', label: translate(locale, 'away.new'), value: {} }] },
    ],
  };
}

/** Asks who was meant: a button for each, and one for the form. */
export function whichDeputyCard(
  said: string,
  people: readonly Person[],
  days: Pick<Absence, 'from' | 'to'>,
  context: Context,
): Card {
  const { locale, org } = context;
  const title = translate(locale, 'away.which.title');
  const text = translate(locale, 'away.which', { said: said.slice(0, 60), ...daysOf(days, context) });
  const lines = people.map(({ id, department }) => {
    const where = org.department(department)?.name;
    const button: Button = {
      action: 'qm.awayAs',
      label: translate(locale, 'away.which.choose'),
      value: { ...days, deputy: id },
    };
    return {
      text: [bold(personName(id, context)), plain(where ? `  ${locale === 'zh-CN' ? where.zh : where.en}` : '')],
      button,
    };
  });
  const other: Button = { action: 'qm.away', label: translate(locale, 'away.which.other'), value: { ...days } };
  return {
    title,
    tone: 'action',
    summary: text,
    blocks: [
      { kind: 'text', text: words(text) },
      { kind: 'lines', lines },
      { kind: 'buttons', buttons: [other] },
    ],
  };
}

/** Warnings about an absence, in words. */
export function cautionTexts(absence: Absence, data: Pick<OrgData, 'deputies'>, context: Context): string[] {
  return cautionsOf(absence, data).map((caution) => cautionText(caution, absence, context));
}

function cautionText({ caution, other }: AbsenceCaution, { deputy }: Absence, context: Context): string {
  const { locale } = context;
  const days = daysOf(other, context);
  switch (caution) {
    case 'overlap':
      return translate(locale, 'away.caution.overlap', { ...days, deputy: personName(other.deputy, context) });
    case 'deputyAway': {
      const params = { ...days, deputy: personName(deputy, context), next: personName(other.deputy, context) };
      return translate(locale, 'away.caution.deputyAway', params);
    }
    default:
      return caution satisfies never;
  }
}

/** Today at the user's site. */
export const todayOf = ({ org, person, now }: Context) => dayOf(now, org.siteOfPerson(person.id).zone);

/** First and last day in the user's language. */
export const daysOf = ({ from, to }: Pick<Absence, 'from' | 'to'>, { locale }: Pick<Context, 'locale'>) => ({
  from: formatDay(from, locale),
  to: formatDay(to, locale),
});

function lineOf(absence: Absence, context: Context): Text {
  const { from, to } = daysOf(absence, context);
  const days = translate(context.locale, absence.from === absence.to ? 'away.oneDay' : 'away.days', { from, to });
  const deputy = translate(context.locale, 'away.deputy', { deputy: personName(absence.deputy, context) });
  return [bold(days), plain(`\n${deputy}`)];
}

function endButton({ from, to, deputy }: Absence, { locale }: Context): Button {
  return { action: 'qm.awayEnd', label: translate(locale, 'away.end'), value: { from, to, deputy } };
}

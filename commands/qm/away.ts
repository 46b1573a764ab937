import { z } from 'zod';
import type { Form } from '../../src/chat/form.ts';
import type { Interaction } from '../../src/chat/interaction.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { words } from '../../src/chat/text.ts';
import { translate } from '../../src/i18n/translate.ts';
import { type Absence, absencesOf, isSame } from '../../src/org/absences.ts';
import { findPerson } from '../../src/org/find-person.ts';
import { withAnswers } from '../../src/records/card/draw-form.ts';
import { dateField, peopleOptions, personField } from '../../src/records/declaration/fields.ts';
import { parseAnswers } from '../../src/records/declaration/parse-answers.ts';
import type { Context } from '../context.ts';
import { fieldErrors } from '../replies.ts';
import { awayCard, todayOf, whichDeputyCard } from './away-card.ts';
import { endAbsences, setAbsence } from './change-absences.ts';
import { type AbsenceRequest, readAway } from './read-away.ts';

/** The answers, as far as they are valid. */
const awayAnswers = z.object({ from: z.iso.date(), to: z.iso.date(), deputy: z.string().min(1).max(60) });

/** The form for an absence, prefilled with what is known; colleagues of the same department come first. */
function awayForm(context: Context, known: Partial<Absence> = {}, intro?: string): Form {
  const { locale, org, person } = context;
  const others = org.people.filter(({ id }) => id !== person.id);
  const isNear = ({ department }: { department: string }) => department === person.department;
  const inOrder = [...others.filter(isNear), ...others.filter((other) => !isNear(other))];
  return {
    id: 'qm.away',
    title: translate(locale, 'away.new'),
    submit: translate(locale, 'away.form.submit'),
    cancel: translate(locale, 'common.cancel'),
    intro: words(intro ?? translate(locale, 'away.form.intro')),
    fields: [
      dateField(locale, { name: 'from', label: 'away.field.from', required: true }, known.from),
      dateField(locale, { name: 'to', label: 'away.field.to', hint: 'away.field.to.hint', required: true }, known.to),
      personField(
        locale,
        { name: 'deputy', label: 'away.field.deputy', hint: 'away.field.deputy.hint', required: true },
        peopleOptions(inOrder, org, locale),
        known.deputy === undefined ? [] : [known.deputy],
      ),
    ],
    context: {},
  };
}

/** The value of an absence's button; it comes back from the platform, so it is only a hint. */
export const awayValue = z.object({ from: z.iso.date(), to: z.iso.date(), deputy: z.string().max(60) });
/** The days alone, if a button knows them. */
export const awayDays = awayValue.pick({ from: true, to: true }).or(z.object({})).catch({});

/** `/qm away 2026-12-01 2026-12-05 Liu Yang`, `休假 明天 刘洋`, `/qm away off`, and `/qm away`, which shows the absences on record. */
export function answerAway(text: string, said: Interaction, context: Context): Reply | Promise<Reply> {
  const request = readAway(text, todayOf(context));
  switch (request.kind) {
    case 'off':
      return endAbsences(() => true, context);
    case 'show':
      return showAway(context);
    case 'set':
      return setAway(request, said, context);
    default:
      return request satisfies never;
  }
}

/** The absences on record; if there are none, the form at once. */
function showAway(context: Context): Reply {
  const { data } = context.org;
  if (absencesOf(context.person.id, data, todayOf(context)).length === 0)
    return { kind: 'form', form: awayForm(context) };
  return { kind: 'card', card: awayCard(context, data, []) };
}

function setAway(
  request: Extract<AbsenceRequest, { kind: 'set' }>,
  said: Interaction,
  context: Context,
): Reply | Promise<Reply> {
  const { from, to, deputy = '', unread } = request;
  const days = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  if (unread !== undefined) {
    const intro = translate(context.locale, 'away.unread', { said: unread.slice(0, 40) });
    return { kind: 'form', form: awayForm(context, days, intro) };
  }
  const found = findPerson(deputy, said, context.org);
  if (from === undefined || to === undefined) {
    const person = found.found === 'one' ? { deputy: found.person.id } : {};
    return { kind: 'form', form: awayForm(context, { ...days, ...person }) };
  }
  switch (found.found) {
    case 'one':
      return setAbsence({ person: context.person.id, deputy: found.person.id, from, to }, context);
    case 'several':
    case 'near':
      return { kind: 'card', card: whichDeputyCard(deputy, found.people, { from, to }, context) };
    case 'nobody': {
      const intro = deputy === '' ? undefined : translate(context.locale, 'away.nobody', { said: deputy.slice(0, 40) });
      return { kind: 'form', form: awayForm(context, days, intro) };
    }
    default:
      return found satisfies never;
  }
}

/** The form, with the days that a button knows already. */
export const openAway = (days: Partial<Absence>, context: Context): Reply => ({
  kind: 'form',
  form: awayForm(context, days),
});

/** A button that names the intended deputy. */
export const setAwayAs = (days: z.output<typeof awayValue>, context: Context): Promise<Reply> =>
  setAbsence({ person: context.person.id, ...days }, context);

/** A button that ends an absence. */
export function endAway(days: z.output<typeof awayValue>, context: Context): Promise<Reply> {
  const absence: Absence = { person: context.person.id, ...days };
  return endAbsences((each) => isSame(each, absence), context);
}

/** The form, submitted. */
export async function submitAway(answers: Readonly<Record<string, unknown>>, context: Context): Promise<Reply> {
  const parsed = parseAnswers(awayAnswers, answers);
  const form = withAnswers(awayForm(context), answers);
  if (!parsed.ok) return { kind: 'errors', form, errors: fieldErrors(context, parsed.errors) };
  return setAbsence({ person: context.person.id, ...parsed.input }, context, form);
}

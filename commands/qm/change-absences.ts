import type { Form } from '../../src/chat/form.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { translate } from '../../src/i18n/translate.ts';
import {
  type Absence,
  type AbsenceRefusal,
  isSame,
  refuseAbsence,
  withAbsence,
  withoutAbsences,
} from '../../src/org/absences.ts';
import type { Deputy } from '../../src/org/org-schema.ts';
import type { Refusal } from '../../src/records/declaration/ask.ts';
import { personName } from '../../src/records/say.ts';
import type { Context } from '../context.ts';
import { fieldErrors, refuse } from '../replies.ts';
import { awayCard, cautionTexts, daysOf, todayOf } from './away-card.ts';

/**
 * Records an absence of the user, in one guarded write, and notifies the deputy. If it is rejected, `form` is shown again if
 * it was submitted.
 */
export async function setAbsence(absence: Absence, context: Context, form?: Form): Promise<Reply> {
  const { organisation, person, now, locale } = context;
  const today = todayOf(context);
  let refusal: AbsenceRefusal | 'noDeputy' | null = null;
  const { after } = await organisation.change((data) => {
    const isThere = data.people.some(({ id, active }) => active && id === absence.deputy);
    refusal = isThere ? refuseAbsence(absence, data, today) : 'noDeputy';
    return refusal ? data : withAbsence(absence, data, person.id, now);
  });
  if (refusal) return refused(refusal, absence, context, form);
  const stored = after.deputies.find((each) => isSame(each, absence));
  if (stored) await tellDeputy('set', stored, context);
  const params = { ...daysOf(absence, context), deputy: personName(absence.deputy, context) };
  const done = translate(locale, absence.from === absence.to ? 'away.done.oneDay' : 'away.done', params);
  return { kind: 'card', card: awayCard(context, after, [done, ...cautionTexts(absence, after, context)]) };
}

/** Ends the given absences of the user, and notifies their deputies. */
export async function endAbsences(which: (absence: Absence) => boolean, context: Context): Promise<Reply> {
  const { organisation, person, locale } = context;
  const today = todayOf(context);
  const isMeant = (each: Deputy) => each.person === person.id && which(each);
  const { before, after } = await organisation.change((data) =>
    data.deputies.some((each) => each.to >= today && isMeant(each)) ? withoutAbsences(data, isMeant, today) : data,
  );
  const ended = before.deputies.filter((each) => each.to >= today && isMeant(each));
  if (ended.length === 0) return refuse(context, { key: 'away.nothingToEnd' });
  for (const each of ended) await tellDeputy('ended', each, context);
  return { kind: 'card', card: awayCard(context, after, [translate(locale, 'away.ended', { count: ended.length })]) };
}

function refused(refusal: AbsenceRefusal | 'noDeputy', { deputy }: Absence, context: Context, form?: Form): Reply {
  const message: Refusal = { key: `away.refusal.${refusal}`, params: { deputy: { person: deputy } } };
  if (!form) return refuse(context, message);
  const field = refusal === 'wrongOrder' || refusal === 'past' || refusal === 'tooLong' ? 'to' : 'deputy';
  return { kind: 'errors', form, errors: fieldErrors(context, { [field]: message }) };
}

/** The deputy is notified once for each absence recorded. */
async function tellDeputy(what: 'set' | 'ended', { deputy, from, to, setAt = '' }: Deputy, context: Context) {
  const { announce, person, org } = context;
  await announce(
    {
      job: 'away',
      scope: person.id,
      period: [what, from, to, deputy, setAt].join(':'),
      to: [deputy],
      content: { notice: 'away', what, person: person.name, from, to },
    },
    org,
  );
}

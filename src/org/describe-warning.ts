import type { Locale } from '../i18n/locale.ts';
import { translate } from '../i18n/translate.ts';
import type { SeatWarning } from './check-organisation.ts';
import { nameOf } from './name.ts';
import type { Organisation } from './organisation.ts';

/** A warning of `qmbot org check` as one sentence: when nobody is left to decide, and who decides then. */
export function describeWarning(warning: SeatWarning, org: Organisation, locale: Locale): string {
  const personName = (id: string) => nameOf(org.person(id)?.name ?? { zh: id, en: id }, locale);
  const { seat, departmentId, authorId, decider } = warning;
  const department = nameOf(org.department(departmentId ?? '')?.name ?? org.company, locale);
  const facts = { seat: translate(locale, `org.seat.${seat}`), department };
  const when = authorId
    ? translate(locale, 'org.warning.author', { ...facts, author: personName(authorId) })
    : translate(locale, departmentId === null ? 'org.warning.vacant' : 'org.warning.department', facts);
  if (!decider) return when + translate(locale, 'org.warning.nobody');
  const people = decider.personIds.map(personName).join(translate(locale, 'common.listSeparator'));
  return (
    when + translate(locale, 'org.warning.decider', { people, role: translate(locale, `org.role.${decider.role}`) })
  );
}

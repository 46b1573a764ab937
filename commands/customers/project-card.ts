import { formatDay } from '../../src/calendar/format.ts';
import type { Block, Button, Card, Fact } from '../../src/chat/card.ts';
import { words } from '../../src/chat/text.ts';
import type { Locale } from '../../src/i18n/locale.ts';
import { type MessageKey, translate } from '../../src/i18n/translate.ts';
import { nameOf, type Project } from '../../src/org/organisation.ts';
import { personName } from '../../src/records/say.ts';
import { contactLine, moreNote } from './customer-card.ts';
import { type Asker, mayKeep, mayKeepProjectContacts } from './entitled.ts';

/** The most specialties and contacts on one card. */
const MOST_LINES = 12;

/** A project as the user may see it, its summary, and the user's buttons; shown to the user only. */
export function projectCard(project: Project, context: Asker, standing: readonly Block[]): Card {
  const { locale, org } = context;
  const customer = project.customer === undefined ? undefined : org.customer(project.customer);
  const title = nameOf(project.name, locale);
  const contacts = org.contactsOf(project.id);
  const contactLines = customer
    ? contacts.slice(0, MOST_LINES).map((contact) => contactLine(contact, customer, context))
    : [];
  const specialties = project.specialties.slice(0, MOST_LINES).map(({ id, name, lead }) => ({
    text: words(`${nameOf(name, locale)}  ${personName(lead, context)}`),
    ...(mayKeep(context) && {
      button: {
        action: 'project.specialty',
        label: translate(locale, 'served.edit'),
        value: { id: project.id, specialty: id },
      },
    }),
  }));
  const heading = (key: MessageKey): Block => ({ kind: 'heading', text: translate(locale, key) });
  return {
    title,
    tone: project.active ? 'neutral' : 'muted',
    summary: title,
    blocks: [
      { kind: 'facts', facts: factsOf(project, context) },
      ...standing,
      heading('served.sla'),
      { kind: 'facts', facts: slaFacts(project, context) },
      ...(specialties.length > 0
        ? [heading('served.specialties'), { kind: 'lines', lines: specialties } as const]
        : []),
      ...moreNote(project.specialties.length - specialties.length, context),
      ...(contactLines.length > 0 ? [heading('served.contacts'), { kind: 'lines', lines: contactLines } as const] : []),
      ...moreNote(contacts.length - contactLines.length, context),
      ...buttonsOf(project, context),
    ],
  };
}

function factsOf(project: Project, context: Asker): Fact[] {
  const { locale, org } = context;
  const { contract, start, active } = project;
  const day = (value: string | undefined) => (value === undefined ? undefined : formatDay(value, locale));
  const customer = project.customer === undefined ? undefined : org.customer(project.customer);
  const department = project.department === undefined ? undefined : org.department(project.department);
  const until = [contract?.number, [day(contract?.from), day(contract?.to)].map((each) => each ?? '…').join(' – ')];
  const facts: readonly (readonly [MessageKey, string | undefined])[] = [
    ['served.field.projectId', project.id],
    ['served.field.customer', customer && nameOf(customer.name, locale)],
    ['served.field.lead', personName(project.lead, context)],
    ['served.field.department', department && nameOf(department.name, locale)],
    ['served.field.start', day(start)],
    ['served.contract', contract && until.filter((each) => each !== undefined).join('  ')],
    ['served.state', active ? undefined : translate(locale, 'served.over')],
  ];
  return facts.flatMap(([key, value]) =>
    value === undefined ? [] : [{ label: translate(locale, key), value: words(value) }],
  );
}

function slaFacts({ id, sla }: Project, { locale, org }: Asker): Fact[] {
  const hours = sla.hours?.map(({ from, to }) => `${from}–${to}`).join(', ');
  const calendar = [translate(locale, `served.calendar.${sla.calendar}`), ...(hours ? [hours] : [])].join(' ');
  const targets = org.settings.priorities.flatMap((priority) => {
    const terms = org.slaOf(id, priority.id);
    if (!terms) return [];
    const value = translate(locale, 'served.target', {
      response: durationText(terms.response, locale),
      resolution: durationText(terms.resolution, locale),
    });
    return [{ label: nameOf(priority.name, locale), value: words(value) }];
  });
  return [
    { label: translate(locale, 'served.field.calendar'), value: words(calendar) },
    { label: translate(locale, 'served.field.goal'), value: words(`${sla.goal}%`) },
    ...targets,
  ];
}

function buttonsOf({ id, customer }: Project, context: Asker): Block[] {
  const { locale } = context;
  const button = (verb: string, key: MessageKey): Button => ({
    action: `project.${verb}`,
    label: translate(locale, key),
    value: { id },
  });
  const buttons = [
    ...(mayKeep(context)
      ? [button('edit', 'served.edit'), button('sla', 'served.editSla'), button('specialty', 'served.addSpecialty')]
      : []),
    ...(customer !== undefined && mayKeepProjectContacts(id, context)
      ? [button('contacts', 'served.chooseContacts')]
      : []),
  ];
  return buttons.length > 0 ? [{ kind: 'buttons', buttons }] : [];
}

/** `2 小时 30 分钟`, `2 h 30 min`. */
function durationText(total: number, locale: Locale): string {
  const hours = Math.floor(total / 60);
  const minutes = total % 60;
  return [
    ...(hours > 0 ? [translate(locale, 'served.hours', { count: hours })] : []),
    ...(minutes > 0 || hours === 0 ? [translate(locale, 'served.minutes', { count: minutes })] : []),
  ].join(' ');
}

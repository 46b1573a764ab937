import { createCalendar } from '../calendar/create-calendar.ts';
import { dayOf } from '../calendar/day.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { AppError } from '../errors.ts';
import { groupBy } from '../group-by.ts';
import type { Locale } from '../i18n/locale.ts';
import { isInDomains, normaliseEmail, normaliseMobile } from './contact.ts';
import { type CustomerDirectory, createCustomerDirectory } from './customers/customer-directory.ts';
import { freezeDeep } from './freeze-deep.ts';
import { type Identity, type IdentityLink, type IdentityPlatform, identityKey } from './identity.ts';
import { identitiesOf, ownersOfIdentities } from './identity-owners.ts';
import type {
  Channel,
  ChannelPurpose,
  Contact,
  Customer,
  Department,
  OrgData,
  PersonData,
  Project,
  Site,
} from './org-schema.ts';
import { type RoleName, roles } from './roles.ts';
import type { Settings } from './settings.ts';
import { isInForce, reachDeputies } from './stand-ins.ts';

export type { NamePair } from '../calendar/reason.ts';
export { nameOf } from './name.ts';
export type {
  Channel,
  ChannelPurpose,
  Contact,
  Customer,
  Department,
  Identity,
  IdentityPlatform,
  Project,
  RoleName,
  Settings,
  Site,
};

/** A person as the rest of the product sees them. */
export interface Person extends Omit<PersonData, 'identities' | 'language'> {
  /** Their own language, otherwise their site's. */
  readonly language: Locale;
  readonly identities: readonly Identity[];
}

/**
 * The organization at one moment: an immutable in-memory snapshot. People who have left (`active: false`) are found by `person` only, so that old
 * records can still name them.
 */
export interface Organisation extends CustomerDirectory {
  readonly data: OrgData;
  readonly company: OrgData['company'];
  readonly settings: Settings;
  readonly people: readonly Person[];
  readonly departments: readonly Department[];
  readonly sites: readonly Site[];
  person(id: string): Person | undefined;
  personByIdentity(platform: IdentityPlatform, workspace: string, userId: string): Person | undefined;
  /** By e-mail, if its domain is one of `settings.allowedEmailDomains`. */
  personByEmail(email: string): Person | undefined;
  personByMobile(mobile: string): Person | undefined;
  department(id: string): Department | undefined;
  headOf(departmentId: string): Person | undefined;
  membersOf(departmentId: string): readonly Person[];
  peopleWith(role: RoleName): readonly Person[];
  /** The ids of the people who have any of the roles, role by role, each once. */
  idsWith(...roles: readonly RoleName[]): string[];
  /** The ids of a person's deputies at an instant, nearest first; the day is that of the person's site. */
  standIns(personId: string, at: Date): readonly string[];
  /** The ids of those for whom a person stands in at an instant; the day is that of the deputy's site. */
  actingFor(personId: string, at: Date): readonly string[];
  site(id: string): Site | undefined;
  /** The department's site; the first site for a department that no longer exists. */
  siteOfDepartment(departmentId: string): Site;
  /** The site of the person's department; the first site for an unknown person. */
  siteOfPerson(personId: string): Site;
  /** A site's working calendar. Fails with `org.unknownSite`. */
  calendarOf(siteId: string): WorkingCalendar;
  /** The channels for a department's records, or, with null, those that serve all departments. */
  channelsFor(departmentId: string | null, purpose: ChannelPurpose): readonly Channel[];
}

/**
 * Creates the snapshot of an organization. `links` are the identities linked at run time; an identity given to a person in `data` stays theirs,
 * regardless of links. Fails with `org.noSite`.
 */
export function createOrganisation(data: OrgData, links: readonly IdentityLink[] = []): Organisation {
  const [firstSite] = freezeDeep(data).sites;
  if (!firstSite) throw new AppError('org.noSite');
  const sites = byId(data.sites);
  const departments = byId(data.departments);
  const owners = ownersOfIdentities(data.people, links);
  const siteOfDepartment = (id: string): Site => sites.get(departments.get(id)?.site ?? '') ?? firstSite;
  const toPerson = ({ language, ...person }: PersonData): Person => ({
    ...person,
    language: language ?? siteOfDepartment(person.department).language,
    identities: identitiesOf(person.id, owners),
  });
  const people = byId(freezeDeep(data.people.map(toPerson)));
  const active = Object.freeze([...people.values()].filter((person) => person.active));
  const activeById = byId(active);
  const emails = new Map(active.map((person) => [person.email, person]));
  const mobiles = new Map(active.map((person) => [person.mobile, person]));
  const calendars = new Map(data.sites.map((site) => [site.id, createCalendar({ ...site, kind: site.calendar })]));
  const members = groupBy(active, ({ department }) => department);
  const holders = new Map(roles.map((role) => [role, active.filter((person) => person.roles.includes(role))]));
  const peopleWith = (role: RoleName): readonly Person[] => holders.get(role) ?? [];
  const siteOfPerson = (id: string): Site => siteOfDepartment(people.get(id)?.department ?? '');

  function deputiesOf(personId: string, at: Date, direction: 'deputies' | 'principals'): string[] {
    const today = dayOf(at, siteOfPerson(personId).zone);
    const inForce = data.deputies.filter((deputy) => isInForce(deputy, today) && activeById.has(deputy.deputy));
    return reachDeputies(personId, inForce, direction);
  }

  const organisation: Organisation = {
    ...createCustomerDirectory(data),
    data,
    company: data.company,
    settings: data.settings,
    people: active,
    departments: data.departments,
    sites: data.sites,
    person: (id) => people.get(id),
    personByIdentity: (platform, workspace, userId) =>
      activeById.get(owners.get(identityKey(platform, workspace, userId))?.personId ?? ''),
    personByEmail: (email) =>
      isInDomains(email, data.settings.allowedEmailDomains) ? emails.get(normaliseEmail(email)) : undefined,
    personByMobile: (mobile) => mobiles.get(normaliseMobile(mobile)),
    department: (id) => departments.get(id),
    headOf: (departmentId) => activeById.get(departments.get(departmentId)?.head ?? ''),
    membersOf: (departmentId) => members.get(departmentId) ?? [],
    peopleWith,
    idsWith: (...roles) => [...new Set(roles.flatMap(peopleWith).map(({ id }) => id))],
    standIns: (personId, at) => deputiesOf(personId, at, 'deputies'),
    actingFor: (personId, at) => (activeById.has(personId) ? deputiesOf(personId, at, 'principals') : []),
    site: (id) => sites.get(id),
    siteOfDepartment,
    siteOfPerson,
    calendarOf: (siteId) => {
      const calendar = calendars.get(siteId);
      if (!calendar) throw new AppError('org.unknownSite', { site: siteId });
      return calendar;
    },
    channelsFor: (departmentId, purpose) =>
      data.channels.filter(
        ({ departments: served, purposes }) =>
          purposes.includes(purpose) && (served === 'all' || (departmentId !== null && served.includes(departmentId))),
      ),
  };
  return Object.freeze(organisation);
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}

import type { Day } from '../../calendar/day.ts';
import type { OrgData, PersonData } from '../org-schema.ts';
import type { RoleName } from '../roles.ts';

/** Something in the organization that a leaver would leave vacant. */
export type OrgPost =
  | { readonly kind: 'head'; readonly departmentId: string }
  /** A channel for departments that only they head: its cards and digests pass to the next head. */
  | { readonly kind: 'channel'; readonly channelId: string }
  | { readonly kind: 'projectLead'; readonly projectId: string }
  /** A role that nobody else holds. */
  | { readonly kind: 'role'; readonly role: RoleName }
  /** They are a deputy, now or later. */
  | { readonly kind: 'deputy'; readonly of: string; readonly from: Day; readonly to: Day };

/** A leaver's posts. `before` is the stored organization, `after` the same without the leavers. */
export function orgPostsOf(leaver: PersonData, before: OrgData, after: OrgData, today: Day): OrgPost[] {
  const stays = new Set(after.people.filter(({ active }) => active).map(({ id }) => id));
  const isHeld = (role: RoleName) => after.people.some(({ active, roles }) => active && roles.includes(role));
  const headed = before.departments.filter(({ head }) => head === leaver.id).map(({ id }) => id);
  const isTheirs = ({ departments }: OrgData['channels'][number]) =>
    departments !== 'all' && departments.every((id) => headed.includes(id));
  return [
    ...headed.map((departmentId): OrgPost => ({ kind: 'head', departmentId })),
    ...before.channels.filter(isTheirs).map(({ id }): OrgPost => ({ kind: 'channel', channelId: id })),
    ...before.projects
      .filter(({ lead, specialties }) => lead === leaver.id || specialties.some((each) => each.lead === leaver.id))
      .map(({ id }): OrgPost => ({ kind: 'projectLead', projectId: id })),
    ...leaver.roles.filter((role) => !isHeld(role)).map((role): OrgPost => ({ kind: 'role', role })),
    ...before.deputies
      .filter(({ deputy, person, to }) => deputy === leaver.id && to >= today && stays.has(person))
      .map(({ person, from, to }): OrgPost => ({ kind: 'deputy', of: person, from, to })),
  ];
}

/**
 * The organization with every leaver's posts given to their successors, and the leavers' own absence arrangements ended. `takers` names the successor
 * of each leaver with posts.
 */
export function handOverPosts(
  after: OrgData,
  leavers: readonly PersonData[],
  takers: ReadonlyMap<string, string>,
  today: Day,
): OrgData {
  const gone = new Set(leavers.map(({ id }) => id));
  const takerOf = (id: string) => (gone.has(id) ? (takers.get(id) ?? id) : id);
  const gained = new Map<string, RoleName[]>();
  const roles = new Set(leavers.flatMap((leaver) => leaver.roles));
  for (const role of roles) {
    if (after.people.some((person) => person.active && person.roles.includes(role))) continue;
    const holder = leavers.find((leaver) => leaver.roles.includes(role) && takers.has(leaver.id));
    const taker = takers.get(holder?.id ?? '');
    if (taker !== undefined) gained.set(taker, [...(gained.get(taker) ?? []), role]);
  }
  return {
    ...after,
    people: after.people.map((person) => ({ ...person, roles: [...person.roles, ...(gained.get(person.id) ?? [])] })),
    departments: after.departments.map((department) => ({ ...department, head: takerOf(department.head) })),
    projects: after.projects.map((project) => ({
      ...project,
      lead: takerOf(project.lead),
      specialties: project.specialties.map((each) => ({ ...each, lead: takerOf(each.lead) })),
    })),
    deputies: after.deputies
      .filter(({ person, to }) => to < today || !gone.has(person))
      .map((entry) => (entry.to < today ? entry : { ...entry, deputy: takerOf(entry.deputy) }))
      // Nobody is their own deputy.
      .filter(({ person, deputy }) => person !== deputy),
  };
}

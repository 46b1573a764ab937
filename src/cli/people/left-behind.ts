import type { Day } from '../../calendar/day.ts';
import type { Locale } from '../../i18n/locale.ts';
import { translate } from '../../i18n/translate.ts';
import { nameOf } from '../../org/name.ts';
import type { OrgData, PersonData } from '../../org/org-schema.ts';
import type { StaffChange } from '../../org/people-import/merge-staff.ts';
import { type OrgPost, orgPostsOf } from '../../org/people-import/org-posts.ts';
import { type HeldItem, heldItem } from '../../records/decide/held-item.ts';
import type { Registry } from '../../records/registry.ts';
import { label } from '../../records/say.ts';
import type { RecordRepository } from '../../records/store/record-repository.ts';

/** What a person who leaves, or has left, leaves behind. */
export interface LeftBehind {
  readonly person: PersonData;
  readonly posts: readonly OrgPost[];
  readonly items: readonly HeldItem[];
}

/** Whether a successor must be named. */
export const needsTaker = ({ posts, items }: LeftBehind) => posts.length > 0 || items.some(({ alone }) => alone);

/**
 * What each leaver leaves behind, and what those who left earlier still hold, since an earlier hand-over may have been cut short. Only people who
 * leave anything behind are listed.
 */
export async function findLeftBehind(
  change: Pick<StaffChange, 'leavers' | 'data'>,
  before: OrgData,
  { repository, registry, today }: { repository: Pick<RecordRepository, 'open'>; registry: Registry; today: Day },
): Promise<LeftBehind[]> {
  const gone = change.data.people.filter(({ active }) => !active);
  const wasBefore = new Map(before.people.map((person) => [person.id, person]));
  const held = new Map<string, HeldItem[]>(gone.map(({ id }) => [id, []]));
  for await (const record of repository.open()) {
    for (const [id, items] of held) {
      const item = heldItem(registry.get(record.type), record, id);
      if (item) items.push(item);
    }
  }
  return gone
    .map(({ id }) => wasBefore.get(id))
    .filter((person) => person !== undefined)
    .map((person) => ({
      person,
      posts: orgPostsOf(person, before, change.data, today),
      items: (held.get(person.id) ?? []).toSorted((left, right) => (left.number < right.number ? -1 : 1)),
    }))
    .filter(({ posts, items }) => posts.length + items.length > 0);
}

/** A line for each thing left behind, and who takes it over, if known. */
export function describeLeftBehind(
  { posts, items, person }: LeftBehind,
  takers: ReadonlyMap<string, string>,
  data: OrgData,
  locale: Locale,
): string[] {
  const taker = takers.get(person.id);
  return [
    ...posts.map((post) => describePost(post, data, locale)),
    ...items.map(({ number, title, as }) => {
      const roles = as.map((key) => label(key, locale)).join(translate(locale, 'common.listSeparator'));
      return translate(locale, 'people.item.record', { number, title, as: roles });
    }),
    ...(taker === undefined ? [] : [translate(locale, 'people.taker', { taker })]),
  ];
}

function describePost(post: OrgPost, data: OrgData, locale: Locale): string {
  const nameIn = (list: readonly { id: string; name: { zh: string; en: string } }[], id: string) =>
    nameOf(list.find((each) => each.id === id)?.name ?? { zh: id, en: id }, locale);
  switch (post.kind) {
    case 'head':
      return translate(locale, 'people.item.head', { department: nameIn(data.departments, post.departmentId) });
    case 'channel': {
      const channel = data.channels.find(({ id }) => id === post.channelId);
      const name = channel?.name ? nameOf(channel.name, locale) : post.channelId;
      const what = (channel?.purposes ?? []).map((purpose) => translate(locale, `people.channel.${purpose}`));
      return translate(locale, 'people.item.channel', {
        channel: name,
        platform: translate(locale, `people.platform.${channel?.platform ?? 'console'}`),
        what: what.join(translate(locale, 'common.listSeparator')),
      });
    }
    case 'projectLead':
      return translate(locale, 'people.item.projectLead', { project: nameIn(data.projects, post.projectId) });
    case 'role':
      return translate(locale, 'people.item.role', { role: translate(locale, `org.role.${post.role}`) });
    case 'deputy': {
      const { of, from, to } = post;
      return translate(locale, 'people.item.deputy', { person: nameIn(data.people, of), from, to });
    }
    default:
      return post satisfies never;
  }
}

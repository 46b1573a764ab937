import type { Organisation, Site } from '../../org/organisation.ts';
import type { FollowUp, News } from '../declaration/follow-up.ts';
import type { RecordType } from '../declaration/record-type.ts';
import { mayRead } from '../shape/access.ts';
import { addressOf, type Routes } from '../shape/address.ts';
import { CORE, type EffectIntent, LETTERS } from '../shape/effect.ts';
import type { RecordOf } from '../shape/record.ts';
import { quietUntil } from './quiet.ts';

/** The parts of a decision that its consequences depend on. */
export interface Decision<Data> {
  readonly type: RecordType<Data>;
  /** The record before; null if it was just created. */
  readonly before: RecordOf<Data> | null;
  readonly after: RecordOf<Data>;
  readonly news: readonly News[];
  readonly followUps: readonly FollowUp[];
  /** The person who decided, who need not be notified. */
  readonly actorId: string | null;
}

type IntentWithoutKey = EffectIntent extends infer Intent
  ? Intent extends EffectIntent
    ? Omit<Intent, 'key'>
    : never
  : never;

/**
 * Everything that must happen after a decision, each under its own key of record, version and count: the card to new channels and to people who must
 * act now, news, children and signals. A direct message raised in its receiver's quiet hours waits until they end, unless it answers their own action
 * or the state cannot wait; so does a card in a channel that was not triggered by a person.
 */
export function consequencesOf<Data>(decision: Decision<Data>, org: Organisation, routes: Routes): EffectIntent[] {
  const { after, news, followUps } = decision;
  const readers = (ids: readonly string[]) => ids.filter((id) => mayRead(after, id, org, after.updatedAt));
  const intents: IntentWithoutKey[] = [
    ...channelPosts(decision, org, routes),
    ...ownerPosts(decision, org, routes),
    ...followerNews(decision).flatMap((item) => newsPosts({ ...item, to: readers(item.to) }, decision, org, routes)),
    ...news.flatMap((item) => newsPosts({ ...item, to: readers(item.to) }, decision, org, routes)),
    ...fetches(decision),
    ...followUps.map((followUp) =>
      followUp.kind === 'letter' ? ({ ...followUp, route: LETTERS } as const) : ({ ...followUp, route: CORE } as const),
    ),
  ];
  return intents.map((intent, index) => ({ ...intent, key: `${after.id}:${after.version}:${index}` }));
}

/** Every file attached by the decision, to be fetched. */
function fetches<Data>({ before, after }: Decision<Data>): IntentWithoutKey[] {
  const known = new Set(before?.common.evidence.map(({ id }) => id));
  return after.common.evidence.flatMap((one) => {
    if (one.kind !== 'file' || one.state !== 'fetching' || known.has(one.id)) return [];
    const route = one.ref ? `${one.ref.platform}:${one.ref.workspace}` : CORE;
    return [{ kind: 'fetch', route, evidence: one.id } as const];
  });
}

/** Followers are told that a record moved on; owners get its card anyway. */
function followerNews<Data>({ before, after }: Decision<Data>): News[] {
  if (before === null || before.state === after.state) return [];
  const to = after.common.followerIds.filter((id) => !after.ownerIds.includes(id));
  const params = { number: after.number, state: { message: `${after.type}.state.${after.state}` } };
  return [{ to, key: 'record.news.moved', params }];
}

function channelPosts<Data>(
  { type, after, actorId }: Decision<Data>,
  org: Organisation,
  routes: Routes,
): IntentWithoutKey[] {
  // A closed record is not posted to channels unless it is published in that state: existing cards are only redrawn.
  const isShown = type.publishedIn?.includes(after.state) ?? after.open;
  if (!type.inChannels || after.restricted || !isShown) return [];
  const own = type.ownChannels?.(after.data, org) ?? [];
  const channels = [
    ...org.channelsFor(after.departmentId, type.channelPurpose ?? 'findings'),
    ...org.data.channels.filter(({ id }) => own.includes(id)),
  ];
  const taken = new Set([
    ...after.cards.map((card) => `${card.platform}:${card.workspace}/${card.channel}`),
    ...after.effects.flatMap((effect) =>
      effect.kind === 'post' && effect.target.kind === 'channel' ? [`${effect.route}/${effect.target.channel}`] : [],
    ),
  ]);
  return channels
    .map((channel) => ({ ...channel, route: `${channel.platform}:${channel.workspace}` }))
    .filter(({ route, channel }, index, all) => {
      const isFirst = all.findIndex((other) => other.route === route && other.channel === channel) === index;
      return isFirst && routes.has(route) && !taken.has(`${route}/${channel}`);
    })
    .map(({ route, channel, language }) => ({
      kind: 'post',
      route,
      target: { kind: 'channel', channel },
      purpose: 'channel',
      locale: language,
      ...(actorId === null && quietUntil(route, siteFor(after, org), after.updatedAt)),
    }));
}

function siteFor(record: RecordOf<unknown>, org: Organisation): Site {
  return org.siteOfDepartment(record.departmentId ?? '');
}

function ownerPosts<Data>(decision: Decision<Data>, org: Organisation, routes: Routes): IntentWithoutKey[] {
  const { before, after, actorId, type } = decision;
  if (type.states[after.state]?.queued) return [];
  const isUrgent = type.states[after.state]?.atOnce?.(after.data) === true;
  const entered = before === null || before.state !== after.state || before.round !== after.round;
  const informed = new Set(entered ? [] : before.ownerIds);
  return after.ownerIds
    .filter((id) => !informed.has(id) && (id !== actorId || entered))
    .flatMap((personId) => {
      const address = addressOf(personId, org, routes);
      if (!address) return [];
      return [
        {
          kind: 'post',
          ...address,
          purpose: 'act',
          personId,
          lead: { key: `${after.type}.lead.${after.state}`, params: { number: after.number } },
          during: { state: after.state, round: after.round },
          ...(personId !== actorId &&
            !isUrgent &&
            quietUntil(address.route, org.siteOfPerson(personId), after.updatedAt)),
        } as const,
      ];
    });
}

function newsPosts<Data>(
  { to, key, params = {} }: News,
  { after, actorId }: Decision<Data>,
  org: Organisation,
  routes: Routes,
): IntentWithoutKey[] {
  return [...new Set(to)].flatMap((personId) => {
    if (personId === actorId) return [];
    const address = addressOf(personId, org, routes);
    if (!address) return [];
    const held = quietUntil(address.route, org.siteOfPerson(personId), after.updatedAt);
    return [{ kind: 'post', ...address, purpose: 'tell', personId, lead: { key, params }, ...held } as const];
  });
}

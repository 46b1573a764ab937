import type { NextJob } from '../../jobs/next/next-jobs.ts';
import { formatInstant } from '../../src/calendar/format.ts';
import type { Block, Button, Card, Line } from '../../src/chat/card.ts';
import { bold, plain, words } from '../../src/chat/text.ts';
import { type MessageKey, translate } from '../../src/i18n/translate.ts';
import { nameOf, type Person } from '../../src/org/organisation.ts';
import { label, personName } from '../../src/records/say.ts';
import type { Context } from '../context.ts';
import type { AdminDecision, BotFacts, Trouble } from './admin-desk.ts';

/** How many failed effects, and how many people, one page shows. */
export const TROUBLES_SHOWN = 5;
export const PEOPLE_SHOWN = 20;

/** What is shown besides failed effects. */
interface AdminSight {
  readonly jobs: readonly NextJob[];
  readonly deeds: readonly AdminDecision[];
  readonly facts: BotFacts;
}

type Say = (key: MessageKey, params?: Readonly<Record<string, string | number>>) => string;

/** The bot's status: undelivered effects, who is linked, what happens next, versions and counts. */
export function adminCard(
  context: Context,
  { items, total, skip }: { readonly items: readonly Trouble[]; readonly total: number; readonly skip: number },
  { jobs, deeds, facts }: AdminSight,
): Card {
  const say: Say = (key, params) => translate(context.locale, key, params);
  const title = say('admin.title');
  return {
    title,
    tone: total > 0 ? 'warning' : 'neutral',
    summary: total > 0 ? say('admin.troubles', { count: total }) : title,
    blocks: [
      ...troubleBlocks(items, total, skip, context, say),
      ...deedBlocks(deeds, context, say),
      ...peopleBlocks(facts, context, say),
      { kind: 'heading', text: say('admin.jobs') },
      { kind: 'lines', lines: jobs.map((job) => jobLine(job, context, say)) },
      { kind: 'divider' },
      factBlock(facts, context, say),
    ],
  };
}

function troubleBlocks(items: readonly Trouble[], total: number, skip: number, context: Context, say: Say): Block[] {
  if (total === 0) return [{ kind: 'text', text: words(say('admin.troubles.none')) }];
  const rest = total - skip - items.length;
  const more: Button = { action: 'qm.admin', label: say('admin.more'), value: { skip: skip + items.length } };
  return [
    { kind: 'heading', text: say('admin.troubles', { count: total }) },
    ...items.flatMap((trouble): Block[] => [
      { kind: 'text', text: troubleText(trouble, context, say) },
      { kind: 'buttons', buttons: [retryButton(trouble, context, say), dropButton(trouble, context, say)] },
    ]),
    { kind: 'note', text: words(say('admin.page', { from: skip + 1, to: skip + items.length, count: total })) },
    ...(rest > 0 ? [{ kind: 'buttons', buttons: [more] } as const] : []),
  ];
}

function troubleText(trouble: Trouble, context: Context, say: Say) {
  const { what, status, reason } = trouble;
  const to = receiverText(trouble, context, say);
  return words(say('admin.trouble', { what, to, state: say(`admin.${status}`), reason }));
}

function receiverText({ kind, to, route }: Pick<Trouble, 'kind' | 'to' | 'route'>, context: Context, say: Say): string {
  if (kind === 'post') return `${personName(to, context)} (${route})`;
  return say(kind === 'event' ? 'admin.trouble.event' : 'admin.trouble.core');
}

/** What administrators did with failed effects, latest first. */
function deedBlocks(deeds: readonly AdminDecision[], context: Context, say: Say): Block[] {
  if (deeds.length === 0) return [];
  const { locale, org, person } = context;
  const { zone } = org.siteOfPerson(person.id);
  const lines = deeds.map((deed): Line => {
    const { what, by, at } = deed;
    const to = receiverText(deed, context, say);
    const who = personName(by, context);
    return { text: words(say(`admin.deed.${deed.deed}`, { what, to, who, at: formatInstant(at, zone, locale) })) };
  });
  return [
    { kind: 'heading', text: say('admin.deeds') },
    { kind: 'lines', lines },
  ];
}

function retryButton(trouble: Trouble, { locale }: Context, say: Say): Button {
  const confirm = {
    title: say('admin.retry.title'),
    text: say('admin.retry.text'),
    yes: say('admin.yes'),
    no: translate(locale, 'common.cancel'),
  };
  return {
    action: 'qm.retry',
    label: say('admin.retry'),
    value: refOf(trouble),
    // Only an effect that may have been carried out needs a confirmation.
    ...(trouble.status === 'unknown' && { confirm }),
  };
}

function dropButton(trouble: Trouble, { locale }: Context, say: Say): Button {
  return {
    action: 'qm.drop',
    label: say('admin.drop'),
    value: refOf(trouble),
    style: 'danger',
    confirm: {
      title: say('admin.drop.title'),
      text: say('admin.drop.text'),
      yes: say('admin.yes'),
      no: translate(locale, 'common.cancel'),
    },
  };
}

const refOf = ({ store, id, key }: Trouble) => ({ store, id, key });

/** Who can be reached in the workspaces served. */
export function notLinked({ routes }: BotFacts, { org }: Context): Person[] {
  const served = new Set(routes);
  const isLinked = ({ identities }: Person) =>
    identities.some((each) => served.has(`${each.platform}:${each.workspace}`));
  return org.people.filter((person) => !isLinked(person));
}

function peopleBlocks(facts: BotFacts, context: Context, say: Say): Block[] {
  const all = context.org.people.length;
  const missing = notLinked(facts, context).length;
  const button: Button = {
    action: 'qm.unlinked',
    label: say('admin.notLinked', { count: missing }),
    value: { skip: 0 },
  };
  const perRoute = facts.routes.map((route) => {
    const has = context.org.people.filter(({ identities }) =>
      identities.some((each) => `${each.platform}:${each.workspace}` === route),
    );
    return { label: route, value: words(say('admin.linkedOf', { linked: has.length, all })) };
  });
  return [
    { kind: 'heading', text: say('admin.people') },
    { kind: 'facts', facts: perRoute },
    ...(missing > 0 ? [{ kind: 'buttons', buttons: [button] } as const] : []),
  ];
}

/** People who are not linked, a page of them. */
export function unlinkedCard(people: readonly Person[], skip: number, context: Context): Card {
  const say: Say = (key, params) => translate(context.locale, key, params);
  const shown = people.slice(skip, skip + PEOPLE_SHOWN);
  const rest = people.length - skip - shown.length;
  const lines = shown.map(({ id, email = '', department }): Line => {
    const where = context.org.department(department)?.name;
    const name = where ? (context.locale === 'zh-CN' ? where.zh : where.en) : '';
    return {
      text: [bold(personName(id, context)), plain(`  ${[id, name, email].filter((part) => part !== '').join(' · ')}`)],
    };
  });
  const more: Button = { action: 'qm.unlinked', label: say('admin.more'), value: { skip: skip + shown.length } };
  const back: Button = { action: 'qm.admin', label: say('admin.back'), value: { skip: 0 } };
  const title = say('admin.notLinked.title');
  return {
    title,
    tone: 'neutral',
    summary: title,
    blocks: [
      lines.length > 0 ? { kind: 'lines', lines } : { kind: 'text', text: words(say('admin.notLinked.none')) },
      {
        kind: 'note',
        text: words(say('admin.page', { from: skip + 1, to: skip + shown.length, count: people.length })),
      },
      { kind: 'buttons', buttons: [...(rest > 0 ? [more] : []), back] },
    ],
  };
}

function jobLine({ name, scope, zone, at }: NextJob, { locale }: Context, say: Say): Line {
  const job = label(`admin.job.${name}`, locale);
  return {
    text: words(say('admin.job', { job, scope: nameOf(scope, locale), at: formatInstant(at, zone, locale), zone })),
  };
}

function factBlock({ version, node, storage, types, queue }: BotFacts, { locale }: Context, say: Say): Block {
  const versions = [`qmbot ${version}`, `Node ${node}`, say(`admin.storage.${storage}`)];
  const schemas = types.map(({ type, schema }) => `${type} ${schema}`).join(', ');
  const counts = types.map(({ type, open, all }) => `${label(`${type}.noun`, locale)} ${open} / ${all}`);
  return {
    kind: 'facts',
    facts: [
      { label: say('admin.versions'), value: words(`${versions.join(' · ')} · ${say('admin.schema')} ${schemas}`) },
      { label: say('admin.records'), value: words(counts.join(' · ')) },
      { label: say('admin.queue'), value: words(String(queue)) },
    ],
  };
}

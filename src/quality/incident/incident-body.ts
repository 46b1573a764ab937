import { formatInstant } from '../../calendar/format.ts';
import type { Block, Fact } from '../../chat/card.ts';
import { type Text, words } from '../../chat/text.ts';
import { translate } from '../../i18n/translate.ts';
import { type NamePair, nameOf } from '../../org/organisation.ts';
import { factIn, quotedIn } from '../../records/card/blocks.ts';
import { personText } from '../../records/card/person-text.ts';
import { siteOf } from '../../records/decide/due.ts';
import type { View } from '../../records/declaration/record-context.ts';
import { label } from '../../records/say.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import { scoreKey } from '../satisfaction/score.ts';
import type { IncidentData } from './incident-data.ts';
import { requesterText } from './requester.ts';
import { incidentWords } from './words.ts';

/** The body of an incident's card. The requester appears by name; contact details only if a single person is looking. */
export function incidentBody(record: RecordOf<IncidentData>, view: View): Block[] {
  const { data } = record;
  const { locale } = view;
  const waits = data.pauses.find(({ to }) => to === undefined);
  const again = data.reopenings.at(-1);
  const quoted = quotedIn(locale);
  return [
    { kind: 'facts', facts: [...aboutFacts(record, view), ...timeFacts(record, view)] },
    ...(waits ? quoted(incidentWords.reason.wait, waits.reason) : []),
    ...(data.done === undefined ? [] : quoted(incidentWords.field.done, data.done)),
    ...(again && data.resolvedAt === undefined ? quoted(incidentWords.reason.reopen, again.reason) : []),
    ...(data.urgency ? quoted(incidentWords.reason.urgent, data.urgency.reason) : []),
    ...(data.cancellation === undefined ? [] : quoted(incidentWords.reason.cancel, data.cancellation)),
  ];
}

function aboutFacts({ data, ownerIds }: RecordOf<IncidentData>, view: View): Fact[] {
  const { locale, org } = view;
  const fact = factIn(locale);
  const named = (item: { readonly name: NamePair } | undefined) => item && words(nameOf(item.name, locale));
  const said = (text: string | undefined) => (text === undefined ? undefined : words(text));
  const category = org.settings.incidentCategories.find(({ id }) => id === data.category);
  const priority = org.settings.priorities.find(({ id }) => id === data.priority);
  // While the engineer is an owner, the card already names them.
  const worked = ownerIds.includes(data.engineerId ?? '') ? null : data.engineerId;
  const source = data.source && `${data.source.system} ${data.source.externalId}`;
  return [
    ...fact(incidentWords.field.kind, words(label(incidentWords.kind[data.kind], locale))),
    ...fact(incidentWords.field.priority, named(priority) ?? words(data.priority)),
    ...fact('record.field.project', named(org.project(data.projectId)) ?? words(data.projectId)),
    ...fact('record.field.customer', named(org.customer(data.customerId ?? ''))),
    ...fact(incidentWords.field.requester, requesterOf(data, view)),
    ...fact(incidentWords.field.category, named(category)),
    ...fact(incidentWords.field.object, said(data.object)),
    ...fact(incidentWords.field.channel, words(label(incidentWords.channel[data.channel], locale))),
    ...fact(incidentWords.field.place, words(label(incidentWords.place[data.place], locale))),
    ...fact(incidentWords.field.engineer, worked === null ? undefined : [personText(worked, view)]),
    ...fact(incidentWords.field.source, said(source)),
    ...fact(incidentWords.field.callBack, calledOf(data, view)),
  ];
}

/** The outcome of the call-back, as soon as one is due. */
function calledOf(data: IncidentData, { locale, viewer }: View): Text | undefined {
  const { callBack, resolvedAt, closedAt, cancellation, ratings, engineerId } = data;
  if ((resolvedAt ?? closedAt) === undefined || cancellation !== undefined) return undefined;
  // Ratings from a signed page are hidden from the engineer they are about, and from channels.
  const isKept = ratings.some(({ via }) => via === 'page') && (viewer === null || viewer === engineerId);
  const score = isKept || callBack?.score === undefined ? '' : ` · ${translate(locale, scoreKey(callBack.score))}`;
  return words(`${label(incidentWords.callBack[callBack?.outcome ?? 'due'], locale)}${score}`);
}

/** The requester's name, with the number for those who call or visit. */
function requesterOf(data: IncidentData, { locale, org, viewer }: View): Text | undefined {
  const name = requesterText(data, org, locale);
  if (name === undefined) return undefined;
  const phone = data.requesterId === null ? undefined : org.contact(data.requesterId)?.contact.phone;
  const asker = viewer === null ? undefined : org.person(viewer);
  const mayCall =
    asker?.roles.some((role) => role === 'sd' || role === 'eng') === true ||
    (viewer !== null && org.leadsOf(data.projectId).includes(viewer));
  return phone !== undefined && mayCall
    ? [...words(`${name}  `), { kind: 'link', text: phone, url: `tel:${phone}` }]
    : words(name);
}

function timeFacts(record: RecordOf<IncidentData>, { locale, org }: View): Fact[] {
  const { zone } = org.calendarOf(siteOf(record, org));
  const { reportedAt, respondedAt, restoredAt, resolvedAt, closedAt } = record.data;
  const times = [
    ['reported', reportedAt],
    ['responded', respondedAt],
    ['restored', restoredAt],
    ['resolved', resolvedAt],
    ['closed', closedAt],
  ] as const;
  return times.flatMap(([name, at]) =>
    at === undefined
      ? []
      : [{ label: label(incidentWords.field[name], locale), value: words(formatInstant(new Date(at), zone, locale)) }],
  );
}

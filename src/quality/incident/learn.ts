import type { Organisation } from '../../org/organisation.ts';
import type { IncidentData } from './incident-data.ts';
import type { IncidentFacts, Lesson } from './incident-item.ts';
import { promiseOf } from './promise.ts';
import { requesterNamed } from './requester.ts';

type Told = Partial<Record<keyof IncidentData, unknown>>;

/**
 * The data with a source's facts: for each fact the latest report wins, by report time rather than arrival order. Reporting the same again changes
 * nothing.
 */
export function learned(data: IncidentData, { source, at, facts }: Lesson, org: Organisation): IncidentData {
  const known = data.learned ?? {};
  const isNews = ([name, value]: [string, unknown]) => value !== undefined && (known[name] ?? '') <= at;
  const news: IncidentFacts = Object.fromEntries(Object.entries(facts).filter(isNews));
  const times = Object.fromEntries(Object.keys(news).map((name) => [name, at]));
  const { project, priority, requester, engineer, ...plain } = news;
  const projectId = project ?? data.projectId;
  const told: Told = {
    ...plain,
    ...(project !== undefined && placeOf(project, org)),
    ...(priority !== undefined && { priority }),
    ...(requester !== undefined && requesterOf(requester, projectId, org)),
    ...(engineer !== undefined && { engineerId: org.person(engineer ?? '')?.active ? engineer : null }),
  };
  const next = withoutNulls({ ...data, ...told, source, learned: { ...known, ...times } });
  const isSame = next.projectId === data.projectId && next.priority === data.priority;
  return isSame && data.promise ? next : { ...next, promise: promiseOf(next.projectId, next.priority, org) };
}

function placeOf(projectId: string, org: Organisation) {
  const project = org.project(projectId);
  return { projectId, customerId: project?.customer ?? null, departmentId: project?.department ?? null };
}

function requesterOf(requester: NonNullable<IncidentFacts['requester']> | null, projectId: string, org: Organisation) {
  if (requester === null) return { requesterId: null, requesterName: null };
  const { id, name, phone } = requester;
  if (id !== undefined && org.contact(id)) return { requesterId: id, requesterName: null };
  const customer = org.customer(org.project(projectId)?.customer ?? '');
  const called = phone === undefined ? [] : (customer?.contacts ?? []).filter((contact) => contact.phone === phone);
  // A switchboard number belongs to several contacts: then the name decides.
  const [only] = called;
  if (only && called.length === 1) return { requesterId: only.id, requesterName: null };
  return { requesterName: null, ...requesterNamed(name, projectId, org) };
}

/** Null removes a fact, except where null is itself a value. */
function withoutNulls(data: object): IncidentData {
  const own = new Set(['requesterId', 'customerId', 'departmentId', 'promise', 'reporterId', 'engineerId']);
  const kept = Object.entries(data).filter(([name, value]) => value !== null || own.has(name));
  return Object.fromEntries(kept) as IncidentData;
}

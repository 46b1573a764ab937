import type { Reply } from '../../src/chat/reply.ts';
import { toPlainText } from '../../src/chat/text.ts';
import type { Locale } from '../../src/i18n/locale.ts';
import { owedIn } from '../commands/call-back/calling.ts';
import { answers as complaintAnswers } from '../quality/complaint/complaint-in.ts';
import { answers as incidentAnswers, serving } from '../quality/incident/incident-in.ts';
import { testOrganisation } from '../support/organisation.ts';
import { type Conversation, openConversation } from '../worlds/conversation.ts';

/** Who asks, by language: each may see and do the most that a person may. */
export const askers = { 'zh-CN': 'chen-jing', en: 'emily' } as const satisfies Record<Locale, string>;

const MOST_ROLES = ['qed', 'sd', 'pl', 'omdManager', 'auditor'] as const;

/** A conversation in a company with customers, a finding, an incident, a complaint, and a customer to call. */
export async function openFrozenRoom(): Promise<Conversation> {
  const served = serving().data;
  const asking = new Set<string>(Object.values(askers));
  const org = testOrganisation({
    people: served.people.map((person) => (asking.has(person.id) ? { ...person, roles: [...MOST_ROLES] } : person)),
    customers: [...served.customers],
    projects: [...served.projects],
  });
  const room = await openConversation(org);
  await room.reported();
  const actor = { kind: 'person', id: 'emily', via: 'console' } as const;
  for (const [type, answers] of [
    ['incident', { ...incidentAnswers.new, requester: 'qian-ming' }],
    ['complaint', complaintAnswers.new],
  ] as const) {
    const created = await room.engine.records.create({ type, answers, actor, origin: `frozen-${type}` });
    if (created.verdict !== 'created') throw new Error(JSON.stringify(created));
  }
  await owedIn(room, 1);
  return room;
}

/** A reply in a line: its kind, the form's id or the toast's tone, and its title. */
export function inALine(reply: Reply): string {
  switch (reply.kind) {
    case 'toast':
      return `toast ${reply.tone}: ${firstLine(toPlainText(reply.text))}`;
    case 'form':
      return `form ${reply.form.id}: ${reply.form.title}`;
    case 'errors':
      return `errors ${reply.form.id}: ${Object.keys(reply.errors).sort().join(', ')}`;
    case 'card':
      return `card: ${reply.card.title}`;
    case 'nothing':
      return 'nothing';
    default:
      return reply satisfies never;
  }
}

const firstLine = (text: string) => text.split('\n')[0] ?? '';

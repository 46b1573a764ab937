import { sharedSecret } from '../../src/files/secret-repository.ts';
import { createLinkSigner } from '../../src/pages/customer-link.ts';
import { createCustomerLinks } from '../../src/pages/customer-link-repository.ts';
import { projectSurveyData } from '../../src/quality/project-survey/project-survey-data.ts';
import {
  type SurveyInvitationData,
  surveyInvitationData,
} from '../../src/quality/survey-invitation/survey-invitation-data.ts';
import { instantOn, shift, workingDaysOn } from '../year/working-days.ts';
import type { Service } from './open-service.ts';
import { type Given, keyOf, rated, type Saying, type Talk } from './sayings.ts';

/** Puts a list into another order; as it is, where nothing is to be shuffled. */
export type InOrder = <Item>(items: readonly Item[]) => Item[];

/** What answered the pages: how many forms got which status. */
export type Answered = Map<number, number>;

/** A month, and the day on which everybody is heard who is heard in time. */
const heardOn = (month: string) => instantOn(`${month}-12`, 600);

/**
 * Lives through months of surveys over the product's own doors: the clock brings them, the lead sends them, contacts answer on their pages and staff
 * enter what they hear, the clock ends them on the next month's first working day, and quality hands them in.
 */
export async function askCustomers(
  service: Service,
  talks: readonly Talk[],
  months: readonly string[],
  inOrder: InOrder,
): Promise<Answered> {
  const { scene } = service;
  const { records, url } = scene.app;
  const signer = createLinkSigner(await sharedSecret(service.connection, 'customer-links'));
  const links = createCustomerLinks(service.connection, signer, scene.clock);
  const answered: Answered = new Map();
  let count = 0;

  /** All that is to be done: what another process of ours was quicker at is tried again by the clock, a second later. */
  const settle = async () => {
    for (let second = 0; second < 3; second += 1) {
      await scene.app.drain();
      scene.clock.advance(1_000);
    }
  };
  const wholeDay = async (at: Date) => {
    scene.clock.moveTo(at.toISOString());
    await scene.app.sweep();
    await settle();
  };
  async function make(number: string, by: string, move: string, answers: unknown = {}) {
    const actor = { kind: 'person', id: by, via: 'console' } as const;
    const request = { move, answers, actor, interaction: `said:${++count}`, round: null };
    const { verdict } = await records.perform({ number }, request);
    if (verdict.verdict !== 'done') throw new Error(`${number} ${move}: ${JSON.stringify(verdict)}`);
  }
  async function surveysIn(state: string, { from, to }: { from: Date; to: Date }) {
    const { facts } = service.ground();
    const rows = await facts.between('projectSurvey', { from, to }, projectSurveyData.pick({ month: true }));
    return rows.filter((row) => row.state === state);
  }

  for (const month of months) {
    await wholeDay(instantOn(`${month}-01`, 9 * 60 + 5));
    const span = { from: instantOn(`${month}-01`, 0), to: instantOn(`${month}-28`, 0) };
    for (const { number } of inOrder(await surveysIn('planned', span))) await make(number, 'head', 'send');
    await settle();

    scene.clock.moveTo(heardOn(month).toISOString());
    const ofMonth = talks.filter((talk) => talk.month === month);
    for (const talk of inOrder(ofMonth)) {
      for (const saying of talk.sayings) if (!saying.late) await hear(talk, saying);
    }
    await settle();

    const after = shift(`${month}-28`, 4).slice(0, 7);
    await wholeDay(instantOn(workingDaysOn(`${after}-01`, 0), 9 * 60 + 10));
    for (const { number } of inOrder(await surveysIn('collected', span))) await make(number, 'quality', 'submit');
    await settle();
    for (const talk of ofMonth) for (const saying of talk.sayings) if (saying.late) await hear(talk, saying);
  }
  return answered;

  async function hear({ month, contact }: Talk, { way, doubled, given }: Saying) {
    const record = await records.load({ origin: `surveyInvitation:${month}:${contact}` });
    if (!record) throw new Error(`nobody asked ${contact} in ${month}`);
    const data = surveyInvitationData.parse(record.data);
    if (way === 'staff') return enter(record.number, data, given);
    const wish = {
      purpose: 'survey',
      number: record.number,
      contactId: contact,
      key: 'letter',
      madeBy: null,
      days: 60,
    };
    const { token } = await links.issue(wish);
    // The proxy says that each form comes from another network, so that no limit on one holds them up.
    const headers = { 'x-forwarded-for': `10.1.0.${++count % 250}` };
    const send = async () => {
      const body = formOf(data, given);
      const answer = await fetch(`${url}/c/${token}`, { method: 'POST', body, headers, redirect: 'manual' });
      answered.set(answer.status, (answered.get(answer.status) ?? 0) + 1);
    };
    await Promise.all(doubled ? [send(), send()] : [send()]);
  }

  /** One survey after the other, in the order in which the product asks for them. */
  async function enter(number: string, { parts }: SurveyInvitationData, given: ReadonlyMap<string, Given>) {
    for (const part of parts) {
      const said = given.get(partKey(part));
      if (!said) throw new Error(`nothing said of ${part.survey}`);
      const typed = rated.map((question, index) => [`q${index + 1}`, String(said.ratings[question])]);
      const recommend = said.recommend === null ? {} : { q7: String(said.recommend) };
      const comment = said.comment === '' ? {} : { q9: said.comment };
      await make(number, 'desk', 'enter', { via: 'phone', ...Object.fromEntries(typed), ...recommend, ...comment });
    }
  }
}

const partKey = ({ projectId, specialtyId }: SurveyInvitationData['parts'][number]) =>
  keyOf({ project: projectId ?? '', specialty: specialtyId });

/** All surveys of the page, as the browser sends them. */
function formOf({ parts }: SurveyInvitationData, given: ReadonlyMap<string, Given>): URLSearchParams {
  const form = new URLSearchParams();
  parts.forEach((part, place) => {
    const said = given.get(partKey(part));
    if (!said) throw new Error(`nothing said of ${part.survey}`);
    for (const question of rated) form.append(`p${place}.${question}`, String(said.ratings[question]));
    form.append(`p${place}.recommend`, said.recommend === null ? '' : String(said.recommend));
    form.append(`p${place}.comment`, said.comment);
  });
  return form;
}

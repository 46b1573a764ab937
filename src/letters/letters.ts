import type { Letter, LetterCarrier, LetterWay } from '../chat/letter.ts';
import { AppError } from '../errors.ts';
import { translate } from '../i18n/translate.ts';
import type { OrgStore } from '../org/org-store.ts';
import { type Contact, nameOf, type Organisation } from '../org/organisation.ts';
import type { LetterEffect, LetterOutcome, Letters } from '../outbox/letters.ts';
import type { Records } from '../records/records.ts';
import type { RecordOf } from '../records/shape/record.ts';

/** The text of a survey's letter: who asks, how long it takes, and where to answer. A reminder says that it is one. */
function writeSurveyLetter(
  letter: string,
  contact: Contact,
  url: string,
  org: Organisation,
): Pick<Letter, 'locale' | 'subject' | 'paragraphs' | 'link'> {
  const locale = contact.language;
  const company = nameOf(org.company, locale);
  const params = { company, name: nameOf(contact.name, locale) };
  const isReminder = letter !== 'invitation';
  return {
    locale,
    subject: translate(locale, isReminder ? 'survey.letter.reminderSubject' : 'survey.letter.subject', params),
    paragraphs: [
      translate(locale, 'survey.letter.greeting', params),
      translate(locale, isReminder ? 'survey.letter.reminder' : 'survey.letter.body', params),
      translate(locale, 'survey.letter.privacy', params),
    ],
    link: { label: translate(locale, 'survey.letter.open'), url },
  };
}

/** The address of a contact's page; null if no customer could open it. The same for the same key. */
export type LetterLink = (number: string, contactId: string, key: string) => Promise<string | null>;

interface Parts {
  readonly organisation: Pick<OrgStore, 'load'>;
  readonly records: Pick<Records, 'perform'>;
  /** The preferred one first. */
  readonly carriers: readonly LetterCarrier[];
  readonly linkTo: LetterLink;
}

const addressFor: Readonly<Record<LetterWay, (contact: Contact) => string | undefined>> = {
  mail: ({ email }) => email,
  // An extension is dialed by hand, and cannot receive text messages.
  sms: ({ phone }) => (phone?.includes(',') ? undefined : phone),
};

/** Letters to customers' contacts: written when they are sent, from the record and the organization as they are then. */
export function createLetters({ organisation, records, carriers, linkTo }: Parts): Letters {
  return {
    async send({ key, contactId, letter }, record, begun): Promise<LetterOutcome> {
      if (record.state !== 'asked') return { outcome: 'dropped' };
      const org = await organisation.load();
      const contact = org.contact(contactId)?.contact;
      if (!contact?.active) return { outcome: 'byHand', reason: 'contact has left' };
      const found = carriers.flatMap((carrier) => {
        const to = addressFor[carrier.way](contact);
        return to === undefined ? [] : [{ carrier, to }];
      });
      const [first] = found;
      if (!first) return { outcome: 'byHand', reason: 'no way to the contact' };
      const { carrier, to } = first;
      const { way } = carrier;
      if (begun && !carrier.repeatable) return { outcome: 'unknown', way, reason: 'cut short while it was sent' };
      const url = await linkTo(record.number, contactId, key);
      if (url === null) return { outcome: 'byHand', reason: 'no public address' };
      const written: Letter = { key, to, ...writeSurveyLetter(letter, contact, url, org) };
      return { ...(await carrier.send(written)), way };
    },
    note: (effect, record, outcome) => note(effect, record, outcome, records),
  };
}

/** Keyed by the effect's key and the outcome: a repetition is the same note, and an administrator's retry is a new one. */
async function note(
  { key, letter }: LetterEffect,
  { id, number }: RecordOf<unknown>,
  outcome: LetterOutcome,
  records: Parts['records'],
): Promise<void> {
  const answers = {
    letter,
    outcome: outcome.outcome,
    ...('way' in outcome && { way: outcome.way }),
    ...('reason' in outcome && { reason: outcome.reason }),
  };
  const interaction = `${key}:${outcome.outcome}`;
  const actor = { kind: 'system', name: 'outbox' } as const;
  const { verdict } = await records.perform({ id }, { move: 'delivered', answers, actor, interaction, round: null });
  if (verdict.verdict !== 'done' && verdict.verdict !== 'repeated') {
    throw new AppError('letters.notNoted', { number, verdict: verdict.verdict });
  }
}

import type { Interaction } from '../src/chat/interaction.ts';
import type { Place, Platform } from '../src/chat/place.ts';
import type { MessageReading } from '../src/chat/port.ts';
import type { FileAccess } from '../src/files/file-access.ts';
import type { Locale } from '../src/i18n/locale.ts';
import type { OrgStore } from '../src/org/org-store.ts';
import type { Organisation, Person } from '../src/org/organisation.ts';
import type { NewForms } from '../src/records/card/new-forms.ts';
import type { View } from '../src/records/declaration/record-context.ts';
import type { Records } from '../src/records/records.ts';
import type { Registry } from '../src/records/registry.ts';
import type { LocalizedMessage } from '../src/records/say.ts';
import { say } from '../src/records/say.ts';
import type { RecordExport } from '../src/records/search/export-repository.ts';
import type { RecordSearch } from '../src/records/search/search-repository.ts';
import type { SimilarRecords } from '../src/records/search/similar-repository.ts';
import type { Actor } from '../src/records/shape/actor.ts';
import type { Reports } from '../src/records/shape/report-query.ts';
import type { DeskLists } from '../src/records/store/desk-repository.ts';
import type { DraftEvidenceStore } from '../src/records/store/draft-evidence-repository.ts';
import type { Facts } from '../src/records/store/facts-repository.ts';
import type { RecordLists } from '../src/records/store/record-list-repository.ts';
import type { Work } from '../src/records/store/work-repository.ts';
import type { Announce } from '../src/schedule/announce.ts';
import type { SendFile } from '../src/schedule/send-file.ts';
import type { CustomerPages } from './pages/customer-pages.ts';
import type { AdminDesk } from './qm/admin-desk.ts';

/** Queries to the platforms while a user is being answered. */
export interface ChatReader {
  /** Reads the message at a place, or the ones it forwards. */
  read(place: Place): Promise<MessageReading>;
  /** A platform's name for a user; null if it does not respond quickly. */
  nameOf(platform: Platform, workspace: string, userId: string): Promise<string | null>;
}

/** What every command may use. */
export interface Tools {
  readonly fileAccess: FileAccess;
  readonly customerPages: CustomerPages;
  readonly records: Records;
  readonly lists: RecordLists;
  readonly search: RecordSearch;
  readonly exports: RecordExport;
  /** Creates a file and sends it to a person, in their direct conversation. */
  readonly sendFile: SendFile;
  readonly similar: SimilarRecords;
  readonly desk: DeskLists;
  readonly materials: DraftEvidenceStore;
  readonly facts: Facts;
  readonly work: Work;
  readonly chat: ChatReader;
  readonly registry: Registry;
  readonly newForms: NewForms;
  /** Changes the organization data that its own people may change. */
  readonly organisation: Pick<OrgStore, 'change' | 'preview'>;
  readonly announce: Announce;
  readonly admin: AdminDesk;
  readonly reports: Reports;
}

/** The asking user, their language, the time, and the tools for answering. */
export interface Context extends Tools {
  readonly person: Person;
  readonly org: Organisation;
  readonly now: Date;
  readonly locale: Locale;
  /** How things are drawn for this person, where they asked. */
  readonly view: View;
  readonly actor: Actor;
  /** The interaction's id, unique over all platforms: the same when it is delivered again. */
  readonly origin: string;
}

/** The context of an interaction by a known person. */
export function contextFor(
  tools: Tools,
  interaction: Interaction,
  { person, org, now }: { person: Person; org: Organisation; now: Date },
): Context {
  const { platform, workspace } = interaction;
  const locale = person.language;
  const asked: Omit<Context, keyof Tools> = {
    person,
    org,
    now,
    locale,
    view: { org, now, locale, platform, workspace, viewer: person.id },
    actor: { kind: 'person', id: person.id, via: platform },
    origin: `${platform}:${workspace}:${interaction.id}`,
  };
  // Not `{ ...tools, person }`: V8 takes ten times as long to add properties to a spread of so many.
  return Object.assign({}, tools, asked);
}

/** The person a message is for. */
export type Recipient = Pick<Context, 'org' | 'person' | 'locale'>;

/** A message in the recipient's language, with times in the time zone of their site. */
export function sayTo({ org, person, locale }: Recipient, message: LocalizedMessage): string {
  return say(message, { locale, org, zone: org.siteOfPerson(person.id).zone });
}

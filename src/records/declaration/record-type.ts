import type { z } from 'zod';
import type { CalendarEntry } from '../../calendar/write-ics.ts';
import type { Block, Sheet } from '../../chat/card.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import type { ChannelPurpose, Organisation } from '../../org/organisation.ts';
import type { RecordOf } from '../shape/record.ts';
import type { Called } from './called.ts';
import type { BoundCreation } from './creation.ts';
import type { BoundFigures } from './figures.ts';
import type { Filter } from './filter.ts';
import type { FollowUp } from './follow-up.ts';
import type { Move } from './move.ts';
import type { RecordContext, View } from './record-context.ts';
import type { Post } from './role.ts';
import type { State } from './state.ts';
import type { Vocabulary } from './words.ts';

/** A record's calendar data. */
export type Appointment = Pick<CalendarEntry, 'day' | 'summary' | 'description' | 'cancelled'>;

/** The declaration of a record type: see `docs/add-a-record-type.md`. Methods are pure. */
export interface RecordType<Data> {
  readonly type: string;
  /** All texts about its records, in both languages. */
  readonly words: Vocabulary;
  /** What people call it in chat. */
  readonly called?: Called;
  /** `year`: FD-2026-0042. `parent`: the parent's number with this mark and a count, given by the record that raises it. */
  readonly number: { readonly per: 'year' | 'parent'; prefix(org: Organisation): string };
  /** Raised only by other records and periodic work, never created by people. True of every type numbered by its parent. */
  readonly raised?: true;
  readonly schemaVersion: number;
  /** From version n (the key) to n + 1; applied on load, never to history. */
  readonly upgrades: Readonly<Record<number, (data: unknown) => unknown>>;
  readonly data: z.ZodType<Data>;
  /** One line that names the matter, in the reporter's words. */
  title(data: Data): string;
  facets(data: Data): Record<string, string>;
  /** The people named in it, who may read it even if it is restricted; its owners are added. */
  readers?(data: Data, org: Organisation): readonly string[];
  /** The texts to search in addition to the title, most significant first. */
  searched?(data: Data): readonly string[];
  /** The tags, including the department's, that identify open records about the same matter; none if too little is known. */
  sameMatter?(data: Data, org: Organisation): Readonly<Record<string, string>>;
  /** The facets that narrow its lists. */
  readonly filters?: readonly Filter[];
  /** Where its data names people who have work with it. */
  readonly posts?: readonly Post<Data>[];
  /** Texts, and times as ISO instants, with a column of their own in exported lists. */
  readonly exported?: readonly ({ readonly label: MessageKey } & (
    | { text(data: Data): string | undefined }
    | { time(data: Data): string | undefined }
  ))[];
  /** The states in which an answer is due, first or repeated: exports report how their deadlines were kept. Without them, the current state's. */
  readonly answeredIn?: readonly string[];
  /** The states whose deadlines the department must keep: summaries report how they were kept. */
  readonly keptIn?: readonly string[];
  /**
   * Idempotency key of a singleton record (one report per period), also used by the periodic work that raises it. A second create returns the
   * existing one.
   */
  onlyOrigin?(data: Data, org: Organisation): string;
  /** Its own statistics, in addition to those of every type; see `src/figures`. */
  readonly figures?: BoundFigures;
  /** The event its figures count by, as an ISO instant: an incident counts in the month it was reported. Default: its creation. */
  countedAt?(data: Data): string;
  /** A picture generated from the record, by the name its evidence asks for (`made`). */
  makes?(record: RecordOf<Data>, what: string): Sheet | null;
  /** Whether its frozen content is unchanged: used by `qmbot verify`. */
  sealed?(record: RecordOf<Data>): boolean;
  department(data: Data): string | null;
  readonly initialState: string;
  /** The initial state, if the creation data implies a different one, such as for a record that arrives closed. */
  startsIn?(data: Data): string;
  readonly states: Readonly<Record<string, State<Data>>>;
  readonly moves: Readonly<Record<string, Move<Data>>>;
  /** The moves every type has; added by `defineRecord`. A move of its own with the same name takes precedence. */
  readonly commonMoves: Readonly<Record<string, Move<Data>>>;
  /** All moves by name: its own, then those every type has; added by `defineRecord`. */
  readonly allMoves: readonly (readonly [string, Move<Data>])[];
  readonly creation: BoundCreation<Data>;
  /** What follows from any decision, including creation and undo, based on its result; in addition to what the move declares. */
  followUps?(before: RecordOf<Data> | null, after: RecordOf<Data>, circumstances: RecordContext): readonly FollowUp[];
  /** Whether the record's card is posted in channels. */
  readonly inChannels: boolean;
  /** Only in these states, open or closed; without them, while it is open. */
  readonly publishedIn?: readonly string[];
  /** The purpose of those channels, if not `findings`. */
  readonly channelPurpose?: ChannelPurpose;
  /** Additional channels for its card, by organization id: those of its project. */
  ownChannels?(data: Data, org: Organisation): readonly string[];
  /** The day it takes place, for people's calendars; null if none is agreed. */
  calendarEntry?(record: RecordOf<Data>, view: Pick<View, 'org' | 'locale'>): Appointment | null;
  /** The type's part of the card. */
  body(record: RecordOf<Data>, view: View): readonly Block[];
}

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

/** What a calendar says of a record. */
export type Appointment = Pick<CalendarEntry, 'day' | 'summary' | 'description' | 'cancelled'>;

/** A record type, declared: see `docs/add-a-record-type.md`. Methods are pure. */
export interface RecordType<Data> {
  readonly type: string;
  /** Everything that is said of its records, in both languages. */
  readonly words: Vocabulary;
  /** How people call it in chat. */
  readonly called?: Called;
  /** `year`: FD-2026-0042. `parent`: the parent's number with this mark and a count, given by whoever raises it. */
  readonly number: { readonly per: 'year' | 'parent'; prefix(org: Organisation): string };
  /** Other records and periodic work raise it: nobody creates one. So it is with every type that is numbered by its parent. */
  readonly raised?: true;
  readonly schemaVersion: number;
  /** From version n (the key) to n + 1; applied on load, never to history. */
  readonly upgrades: Readonly<Record<number, (data: unknown) => unknown>>;
  readonly data: z.ZodType<Data>;
  /** One line that names the matter, in the words of whoever reported it. */
  title(data: Data): string;
  facets(data: Data): Record<string, string>;
  /** The people named in it, who may read it even when it is restricted; its owners are added to them. */
  readers?(data: Data, org: Organisation): readonly string[];
  /** The texts that are searched besides the title, the most telling first. */
  searched?(data: Data): readonly string[];
  /** The tags, its department's among them, that an open record of the same matter has; none where too little is known. */
  sameMatter?(data: Data, org: Organisation): Readonly<Record<string, string>>;
  /** The facets by which its lists can be narrowed. */
  readonly filters?: readonly Filter[];
  /** Where its data names people who have work with it. */
  readonly posts?: readonly Post<Data>[];
  /** Texts, and times as ISO instants, that are columns of their own where its lists are saved as files. */
  readonly exported?: readonly ({ readonly label: MessageKey } & (
    | { text(data: Data): string | undefined }
    | { time(data: Data): string | undefined }
  ))[];
  /**
   * The states in which the answer is owed, the first time or again: how their deadlines were kept is what the file reports.
   * Without them, that of the state it stands in.
   */
  readonly answeredIn?: readonly string[];
  /** The states whose deadlines are a department's to keep: summaries tell how they were kept. */
  readonly keptIn?: readonly string[];
  /**
   * The origin of the one that there is to be, where there is to be one alone; that of the periodic work which raises it, too. Whoever begins it
   * after that is told of the one that there is.
   */
  onlyOrigin?(data: Data, org: Organisation): string;
  /** What its statistics tell besides what they tell of every type; see `src/figures`. */
  readonly figures?: BoundFigures;
  /** When that happened which its figures count, as an ISO instant: an incident is one of the month in which it was reported. Else its creation. */
  countedAt?(data: Data): string;
  /** A picture that is made of the record itself, by the name under which its evidence asks for it (`made`). */
  makes?(record: RecordOf<Data>, what: string): Sheet | null;
  /** Whether what it froze is still as it was frozen: `qmbot verify` asks. */
  sealed?(record: RecordOf<Data>): boolean;
  department(data: Data): string | null;
  readonly initialState: string;
  /** The state that it begins in, where what is known at its creation tells another; that of something which arrives closed. */
  startsIn?(data: Data): string;
  readonly states: Readonly<Record<string, State<Data>>>;
  readonly moves: Readonly<Record<string, Move<Data>>>;
  /** The moves that every type has; `defineRecord` adds them. One of its own with the same name comes first. */
  readonly commonMoves: Readonly<Record<string, Move<Data>>>;
  /** All moves by name: its own, then those that every type has; `defineRecord` adds them. */
  readonly allMoves: readonly (readonly [string, Move<Data>])[];
  readonly creation: BoundCreation<Data>;
  /** What follows from any decision, creation and taking back among them, by what it made of the record; besides what its move asks for. */
  followUps?(before: RecordOf<Data> | null, after: RecordOf<Data>, circumstances: RecordContext): readonly FollowUp[];
  /** Whether the record's card stands in channels. */
  readonly inChannels: boolean;
  /** Only in these states, be it over or not; without them while it is open. */
  readonly publishedIn?: readonly string[];
  /** In those of which purpose, where it is not `findings`. */
  readonly channelPurpose?: ChannelPurpose;
  /** The channels where its card stands besides, by their ids in the organisation: those of the project that it is about. */
  ownChannels?(data: Data, org: Organisation): readonly string[];
  /** The day on which it takes place, for people's calendars; null where none is agreed. */
  calendarEntry?(record: RecordOf<Data>, view: Pick<View, 'org' | 'locale'>): Appointment | null;
  /** What the card shows of the data. */
  body(record: RecordOf<Data>, view: View): readonly Block[];
}

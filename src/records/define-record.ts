import type { z } from 'zod';
import type { Block } from '../chat/card.ts';
import type { Field } from '../chat/form.ts';
import type { Platform } from '../chat/interaction.ts';
import type { Locale } from '../i18n/locale.ts';
import type { MessageKey } from '../i18n/translate.ts';
import type { Organisation } from '../org/organisation.ts';
import type { Plain } from './change.ts';
import type { Common } from './common.ts';
import type { Filter } from './filters.ts';
import type { RecordOf } from './record.ts';
import type { Saying } from './say.ts';

/** What a pure decision may look at besides the record. */
export interface Circumstances {
  readonly org: Organisation;
  readonly now: Date;
  /** The records that the move names, by number, as they stood when it was decided; what is not there does not exist for its maker. */
  readonly others?: ReadonlyMap<string, RecordOf<unknown>>;
}

/** For whom, and where, something is drawn. */
export interface View extends Circumstances {
  readonly locale: Locale;
  readonly platform: Platform;
  readonly workspace: string;
  /** The person who looks at it; null in a channel. */
  readonly viewer: string | null;
}

/** A part in the life of a record. Its holders come from our organisation, never from the platform. */
export interface Role<Data> {
  readonly id: string;
  readonly label: MessageKey;
  /** The ids of the people who hold the role for this record. */
  holders(record: RecordOf<Data>, org: Organisation): readonly string[];
  /** Where nobody holds it, nobody does: the organisation's chain does not step in. */
  readonly alone?: true;
}

/** How long a state may last: working days by the calendar of the department's site, or the end of a day that the data names. */
export type DueRule<Data> =
  | { readonly kind: 'workingDays'; days(org: Organisation): number }
  | { readonly kind: 'day'; day(data: Data): string };

/** A state of a record's life. */
export interface State<Data> {
  readonly owner?: Role<Data>;
  /** Who is left out of the owners even so: segregation of duties. */
  readonly not?: readonly Role<Data>[];
  readonly due?: DueRule<Data>;
  /** What is owed beside it while the record stands here, each with a deadline of its own. */
  readonly also?: readonly AlsoDue<Data>[];
  /** Who decides on a later deadline of this state; without it nobody can be asked for one. */
  readonly extendedBy?: Role<Data>;
  readonly final?: true;
  /** Its owners decide on somebody else's work or wish: listed under *Waiting for my decision*. */
  readonly decides?: true;
  /** Tone of the card while nothing is late. */
  readonly tone: 'action' | 'neutral' | 'good' | 'muted';
}

/** A duty beside that of the state's owners. */
export interface AlsoDue<Data> {
  /** Its name: the catalogues know it as `TYPE.duty.STEP`. */
  readonly step: string;
  readonly owner: Role<Data>;
  readonly due: DueRule<Data>;
  /** Whether it is still owed; its clock stops when it no longer is. */
  pending(data: Data): boolean;
  /** The move that is waited for: the button on a reminder. Left out where there is a choice to make first. */
  readonly wants?: string;
}

/** What a move asks of the person: a form, and the schema of its answers. */
export interface Ask<Data, Input> {
  readonly schema: z.ZodType<Input>;
  /** The questions, in the viewer's language, with what is known already as initial answers. */
  fields(record: RecordOf<Data> | null, view: View): readonly Field[];
  /** A line above the questions. */
  intro?(record: RecordOf<Data> | null, view: View): string;
}

/** News for people about a record. */
export interface News extends Saying {
  readonly to: readonly string[];
}

/** A child to be raised, or a move to be signalled to another record. */
export type FollowUp =
  | { readonly kind: 'raise'; readonly type: string; readonly number: string; readonly input: Plain }
  | { readonly kind: 'signal'; readonly number: string; readonly move: string; readonly input: Plain };

/** What is said when something may not be done as things stand: why, and what to do instead. */
export type Refusal = Saying;

/** A move, declared. Everything in it is pure. */
export interface MoveDeclaration<Data, Input> {
  readonly from: readonly string[];
  /** The next state; left out, the record stays where it is. */
  to?(record: RecordOf<Data>, input: Input, circumstances: Circumstances): string;
  /** Who may; an empty list is a move of the system alone. */
  readonly by: readonly Role<Data>[];
  /** Who may not, even in one of those roles. */
  readonly not?: readonly Role<Data>[];
  readonly asks?: Ask<Data, Input>;
  /** Its form tells of open records that may speak of the same matter. */
  readonly offersSimilar?: true;
  /** The schema of a system move's input. */
  readonly input?: z.ZodType<Input>;
  /** The numbers of the other records that `check` must see. */
  names?(input: Input): readonly string[];
  /** Why it cannot be made as things stand, or null. */
  check?(record: RecordOf<Data>, input: Input, circumstances: Circumstances): Refusal | null;
  apply?(record: RecordOf<Data>, input: Input, who: Who): Data;
  /** What it changes of the part that every record has. */
  applyCommon?(record: RecordOf<Data>, input: Input, who: Who): Common;
  /** The day until which the state's deadline is put off; null leaves it. The first deadline stays on record. */
  extendsTo?(record: RecordOf<Data>, input: Input, who: Who): string | null;
  /** Goes back to where the record stood: the clock of that state runs on as if it had never been left. */
  readonly resumes?: true;
  /** Takes the deadline along into the next state, where it runs on under that state's name. */
  readonly keepsDue?: true;
  /** Reckons the deadlines that are provisional anew, by the calendar as it is known now. */
  readonly reckonsAnew?: true;
  /** Opens the next round. */
  readonly nextRound?: true;
  /** Whoever made it may take it back for the time that the organisation gives. */
  readonly undoable?: true;
  /** What undoes the moves that it signalled to other records, when it is taken back. */
  undoFollowUps?(record: RecordOf<Data>): readonly FollowUp[];
  /** Takes the last decision back. */
  readonly undoes?: true;
  followUps?(after: RecordOf<Data>, input: Input): readonly FollowUp[];
  news?(after: RecordOf<Data>, input: Input, circumstances: Circumstances): readonly News[];
  /** Whether a button is worth showing now. */
  offered?(record: RecordOf<Data>): boolean;
  readonly style?: 'primary' | 'danger';
  /** Not on the card itself but behind *More*. */
  readonly secondary?: true;
  /** The form that comes next for the same person, or `open`: the record itself. */
  next?(after: RecordOf<Data>, input: Input): string | null;
  /** A caution for the person who made it; the move stands. */
  caution?(after: RecordOf<Data>, input: Input): MessageKey | null;
  /** Brings the record nearer to its end: taken even when it has grown too large for anything else. */
  readonly closes?: true;
  /** A step of a draft: no line in the short history. */
  readonly draft?: true;
}

/** Who makes a move, and when. */
export interface Who extends Circumstances {
  /** The person's id, or null for the system. */
  readonly actorId: string | null;
}

/** How a record of a type comes into being. */
export interface Creation<Data, Input> {
  readonly asks: Ask<Data, Input>;
  initial(input: Input, who: Who): Data;
  /** What is known from the beginning of the part that every record has. */
  initialCommon?(input: Input, who: Who): Partial<Common>;
}

/** Where a record's data names somebody who has work with it. When they leave the company, somebody else is named. */
export interface Post<Data> {
  readonly label: MessageKey;
  holders(record: RecordOf<Data>): readonly string[];
  replace(record: RecordOf<Data>, from: string, to: string): Data;
  /** What another record must hear of it. */
  followUps?(after: RecordOf<Data>): readonly FollowUp[];
}

/** A record type, declared: see `docs/add-a-record-type.md`. Methods are pure. */
export interface RecordType<Data> {
  readonly type: string;
  /** `year`: FD-2026-0042. `parent`: the parent's number with this mark and a count, given by whoever raises it. */
  readonly number: { readonly per: 'year' | 'parent'; prefix(org: Organisation): string };
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
  /** Texts that are columns of their own where its lists are saved as files. */
  readonly exported?: readonly { readonly label: MessageKey; text(data: Data): string | undefined }[];
  /** The state whose deadline the file reports: how it was kept. Without it, that of the state it stands in. */
  readonly answeredIn?: string;
  department(data: Data): string | null;
  readonly initialState: string;
  readonly states: Readonly<Record<string, State<Data>>>;
  readonly moves: Readonly<Record<string, Move<Data>>>;
  /** The moves that every type has; `defineRecord` adds them. One of its own with the same name comes first. */
  readonly commonMoves: Readonly<Record<string, Move<Data>>>;
  readonly creation: BoundCreation<Data>;
  /** Whether the record's card stands in channels. */
  readonly inChannels: boolean;
  /** What the card shows of the data. */
  body(record: RecordOf<Data>, view: View): readonly Block[];
}

/** The outcome of answers held against a schema: the input, or the first error of each field as a catalogue key. */
export type Parsed<Input> =
  | { readonly ok: true; readonly input: Input }
  | { readonly ok: false; readonly errors: Readonly<Record<string, Refusal>> };

/** A move with its input's type closed over, so that moves of different inputs stand in one table. */
export interface Move<Data>
  extends Omit<
    MoveDeclaration<Data, never>,
    | 'asks'
    | 'input'
    | 'to'
    | 'names'
    | 'check'
    | 'apply'
    | 'applyCommon'
    | 'extendsTo'
    | 'followUps'
    | 'news'
    | 'next'
    | 'caution'
  > {
  readonly ask: Pick<Ask<Data, never>, 'fields' | 'intro'> | null;
  /** Holds the answers against the move's schema and binds the rest of the declaration to them. */
  bind(
    answers: unknown,
  ):
    | { readonly ok: true; readonly bound: BoundMove<Data> }
    | { readonly ok: false; readonly errors: Readonly<Record<string, Refusal>> };
}

/** A move whose input is known. */
export interface BoundMove<Data> {
  to(record: RecordOf<Data>, circumstances: Circumstances): string;
  names(): readonly string[];
  check(record: RecordOf<Data>, circumstances: Circumstances): Refusal | null;
  apply(record: RecordOf<Data>, who: Who): Data;
  applyCommon(record: RecordOf<Data>, who: Who): Common;
  extendsTo(record: RecordOf<Data>, who: Who): string | null;
  followUps(after: RecordOf<Data>): readonly FollowUp[];
  news(after: RecordOf<Data>, circumstances: Circumstances): readonly News[];
  next(after: RecordOf<Data>): string | null;
  caution(after: RecordOf<Data>): MessageKey | null;
}

/** A creation whose input's type is closed over. */
export interface BoundCreation<Data> {
  readonly ask: Pick<Ask<Data, never>, 'fields' | 'intro'>;
  bind(
    answers: unknown,
  ):
    | { readonly ok: true; initial(who: Who): Data; initialCommon(who: Who): Partial<Common> }
    | { readonly ok: false; readonly errors: Readonly<Record<string, Refusal>> };
}

import type { z } from 'zod';
import type { MessageKey } from '../../i18n/translate.ts';
import type { Organisation } from '../../org/organisation.ts';
import type { Share } from '../../share.ts';
import type { DeadlineClock } from '../shape/clocks.ts';

/** A record as figures see it: without history, effects and whatever of its data they did not ask for. */
export interface FactRow<Data> {
  readonly number: string;
  readonly state: string;
  readonly open: boolean;
  readonly departmentId: string | null;
  readonly restricted: boolean;
  readonly clocks: readonly DeadlineClock[];
  readonly data: Data;
}

/** The parts of a type's data that are wanted: `incidentData.pick({ projectId: true, reportedAt: true })`. */
export type Wanted<Data> = z.ZodObject & z.ZodType<Data>;

/** Which records of a type are meant, besides the span in which they count (`RecordType.countedAt`). */
export interface FactFilter {
  /** The values of its facets, such as `{ kind: 'complaint' }`. */
  readonly tags?: Readonly<Record<string, string>>;
  readonly standing?: 'open' | 'over';
}

/** One line of figures: a number, or how many of how many. */
export interface FigureLine {
  readonly label: MessageKey;
  readonly value: number | Share;
}

/** With what a type's figures are computed: `zone` is the asker's. */
export interface FiguresInput {
  readonly org: Organisation;
  readonly now: Date;
  readonly zone: string;
}

/** What the statistics of a type tell besides what they tell of every type: a query, and what is made of the rows it finds. */
export interface Figures<Data> {
  readonly of?: FactFilter;
  readonly reads: Wanted<Data>;
  /** Pure. What is restricted is not among the rows. */
  fold(rows: readonly FactRow<Data>[], input: FiguresInput): readonly FigureLine[];
}

/** Figures whose rows nobody outside knows. */
export interface BoundFigures {
  readonly of?: FactFilter;
  compute(
    read: <Data>(wanted: Wanted<Data>) => Promise<readonly FactRow<Data>[]>,
    input: FiguresInput,
  ): Promise<readonly FigureLine[]>;
}

/** Declares the figures of a type. */
export function defineFigures<Data>(figures: Figures<Data>): BoundFigures {
  const { of, reads } = figures;
  return { ...(of && { of }), compute: async (read, input) => figures.fold(await read(reads), input) };
}

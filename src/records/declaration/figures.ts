import type { z } from 'zod';
import type { MessageKey } from '../../i18n/translate.ts';
import type { Organisation } from '../../org/organisation.ts';
import type { Share } from '../../share.ts';
import type { DeadlineClock } from '../shape/clocks.ts';

/** A record as figures see it: without history and effects, and with only the data they asked for. */
export interface FactRow<Data> {
  readonly number: string;
  readonly state: string;
  readonly open: boolean;
  readonly departmentId: string | null;
  readonly restricted: boolean;
  readonly clocks: readonly DeadlineClock[];
  readonly data: Data;
}

/** The requested parts of a type's data: `incidentData.pick({ projectId: true, reportedAt: true })`. */
export type Wanted<Data> = z.ZodObject & z.ZodType<Data>;

/** A filter on a type's records, in addition to the span in which they count (`RecordType.countedAt`). */
export interface FactFilter {
  /** Required facet values, such as `{ kind: 'complaint' }`. */
  readonly tags?: Readonly<Record<string, string>>;
  readonly standing?: 'open' | 'over';
}

/** One line of figures: a number, or a part of a total. */
export interface FigureLine {
  readonly label: MessageKey;
  readonly value: number | Share;
}

/** The inputs for a type's figures: `zone` is the asker's. */
export interface FiguresInput {
  readonly org: Organisation;
  readonly now: Date;
  readonly zone: string;
}

/** A type's own statistics, in addition to those of every type: a query, and a fold over its rows. */
export interface Figures<Data> {
  readonly of?: FactFilter;
  readonly reads: Wanted<Data>;
  /** Pure. Restricted records are not among the rows. */
  fold(rows: readonly FactRow<Data>[], input: FiguresInput): readonly FigureLine[];
}

/** Figures with their row type closed over. */
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

import type { Checkout } from '../ground/checkout.ts';
import { here } from '../ground/checkout.ts';
import type { Row } from '../report/row.ts';

/** The options of a run. */
export interface RunSettings {
  /** The previous version, if there is one to compare with. */
  readonly against: Checkout | null;
  readonly rounds: number;
  /** Less work, and floors instead of aims. */
  readonly quick: boolean;
  /** The numbers of records for the paths that measure growth; by default, each path's own. */
  readonly sizes: readonly number[] | null;
}

/** Something that can be measured, by name. */
export interface Path {
  readonly name: string;
  /** What it measures, for the help. */
  readonly about: string;
  /** Whether `--quick` measures it. */
  readonly inQuick: boolean;
  readonly measure: (settings: RunSettings) => Promise<Row[]>;
}

/** The versions that take turns: this one, and the previous one if there is one. */
export const versionsOf = ({ against }: RunSettings): Checkout[] => [here, ...(against ? [against] : [])];

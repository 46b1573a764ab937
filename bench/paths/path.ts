import type { Checkout } from '../ground/checkout.ts';
import { here } from '../ground/checkout.ts';
import type { Row } from '../report/row.ts';

/** How a run is made. */
export interface RunSettings {
  /** The version before, when one is compared with. */
  readonly against: Checkout | null;
  readonly rounds: number;
  /** Less work, and floors instead of aims. */
  readonly quick: boolean;
  /** How many records the paths that grow are measured with; without, each path's own. */
  readonly sizes: readonly number[] | null;
}

/** What can be measured by its name. */
export interface Path {
  readonly name: string;
  /** What it measures, for the help. */
  readonly about: string;
  /** Whether `--quick` measures it. */
  readonly inQuick: boolean;
  readonly measure: (settings: RunSettings) => Promise<Row[]>;
}

/** The versions that take turns: this one, and the one before if there is one. */
export const versionsOf = ({ against }: RunSettings): Checkout[] => [here, ...(against ? [against] : [])];

import { parseArgs } from 'node:util';

/** The options of a run. */
export interface Asked {
  /** A checkout of the previous version. */
  readonly against: string | null;
  /** The names of paths; null for all. */
  readonly only: readonly string[] | null;
  readonly rounds: number;
  readonly sizes: readonly number[] | null;
  readonly quick: boolean;
  /** A file for the report as JSON. */
  readonly json: string | null;
  /** Minutes of the soak; null if none is requested. */
  readonly soak: number | null;
  readonly help: boolean;
}

const SOAK_MINUTES = 20;
const ROUNDS = 5;
const QUICK_ROUNDS = 3;

/** The usage text. */
export const usage = `npm run bench -- [OPTIONS] [PATH ...]

  --against FOLDER  take turns with another checkout, in which npm ci was run
  --only PATHS      measure these alone, parted by commas; the same as naming them
  --rounds N        of each path (${ROUNDS})
  --sizes N,N       with so many records, where a path grows
  --quick           the ratios that every change must hold, in under three minutes; exits 1 when a floor is missed
  --soak [MINUTES]  a load like a busy day's instead (${SOAK_MINUTES} minutes)
  --json FILE       the report as JSON besides`;

/** Parses the arguments; `known` are the paths' names. Throws an error with a message for the user. */
export function readArguments(given: readonly string[], known: readonly string[]): Asked {
  const { values, positionals } = parseArgs({
    args: withSoakMinutes(given),
    allowPositionals: true,
    options: {
      against: { type: 'string' },
      only: { type: 'string' },
      rounds: { type: 'string' },
      sizes: { type: 'string' },
      quick: { type: 'boolean', default: false },
      soak: { type: 'string' },
      json: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const only = [...positionals, ...listIn(values.only)];
  const unknown = only.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`there is no path ${unknown.join(', ')}; there are ${known.join(', ')}`);
  return {
    against: values.against ?? null,
    only: only.length > 0 ? only : null,
    rounds: numberIn('--rounds', values.rounds) ?? (values.quick ? QUICK_ROUNDS : ROUNDS),
    sizes: values.sizes === undefined ? null : listIn(values.sizes).map((size) => numberIn('--sizes', size) ?? 0),
    quick: values.quick,
    json: values.json ?? null,
    soak: numberIn('--soak', values.soak),
    help: values.help,
  };
}

/** `--soak` may be given without a value. */
const withSoakMinutes = (given: readonly string[]): string[] =>
  given.flatMap((one, at) =>
    one === '--soak' && !/^\d/.test(given[at + 1] ?? '') ? ['--soak', String(SOAK_MINUTES)] : [one],
  );

const listIn = (text: string | undefined): string[] => text?.split(',').filter((part) => part !== '') ?? [];

function numberIn(option: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new Error(`${option} takes a number above 0, not ${text}`);
  return value;
}

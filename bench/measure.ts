/** What a load came to. */
export interface Measured {
  /** Calls a second. */
  readonly rate: number;
  /** Milliseconds that half, and all but a hundredth, of the calls took at most. */
  readonly p50: number;
  readonly p99: number;
}

/** Makes `times` calls with `clients` at once. A call that fails ends the measuring: a figure of errors is none. */
export async function load(
  clients: number,
  times: number,
  call: (turn: number) => Promise<unknown>,
): Promise<Measured> {
  const took: number[] = [];
  let next = 0;
  const client = async () => {
    for (let turn = next++; turn < times; turn = next++) {
      const start = performance.now();
      await call(turn);
      took.push(performance.now() - start);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - start) / 1000;
  took.sort((left, right) => left - right);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? Number.NaN;
  return { rate: times / seconds, p50: at(0.5), p99: at(0.99) };
}

/** Two figures of one run beside each other: the noise of the machine meets both. */
export interface Row {
  readonly what: string;
  readonly ours: string;
  readonly bare: string;
  readonly ratio: string;
  readonly aim: string;
}

/** A row that compares two rates. */
export function comparison(what: string, ours: Measured, bare: Measured, aim = ''): Row {
  return {
    what,
    ours: `${Math.round(ours.rate)}/s, p99 ${ours.p99.toFixed(0)} ms`,
    bare: `${Math.round(bare.rate)}/s, p99 ${bare.p99.toFixed(0)} ms`,
    ratio: (ours.rate / bare.rate).toFixed(2),
    aim,
  };
}

/** A row with one figure of ours. */
export const figure = (what: string, ours: string, aim = ''): Row => ({ what, ours, bare: '', ratio: '', aim });

/** The rows as a Markdown table. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(({ what, ours, bare, ratio, aim }) => `| ${what} | ${ours} | ${bare} | ${ratio} | ${aim} |`);
  return ['| What | qmbot | bare | ratio | aim |', '|---|---|---|---|---|', ...lines].join('\n');
}

import type { Spread } from '../measure/statistics.ts';
import type { Aim, Row } from './row.ts';

const columns = ['What', 'now', 'before', 'bare', 'now to bare', 'before to bare', 'now to before', 'aim', 'met'];

/** The rows as a Markdown table: medians, with the minimum and maximum of the rounds. */
export function tableOf(rows: readonly Row[], quick = false): string {
  const lines = rows.map((row) => [
    `${row.what}, ${row.unit}`,
    shown(row.now),
    shown(row.before),
    shown(row.bare),
    shown(row.toBare),
    shown(row.beforeToBare),
    shown(row.toBefore),
    aimText(row.aim, quick),
    row.met === null ? '' : row.met ? 'yes' : 'NO',
  ]);
  return [columns, columns.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function shown(spread: Spread | null): string {
  if (!spread) return '';
  const { median, least, most } = spread;
  return least === most ? digits(median) : `${digits(median)} (${digits(least)}-${digits(most)})`;
}

/** Three significant digits, and no fewer than those before the decimal point. */
const digits = (value: number): string =>
  Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));

const subjects: Readonly<Record<Aim['of'], string>> = { now: '', toBare: 'of bare ', toBefore: 'of before ' };

function aimText(aim: Aim | null, quick: boolean): string {
  if (!aim) return '';
  const { of, atLeast, atMost, floor } = aim;
  const bound = quick && floor !== undefined ? floor : (atLeast ?? atMost ?? Number.NaN);
  return `${subjects[of]}${atLeast === undefined ? '≤' : '≥'} ${digits(bound)}`;
}

import { padded, wrapped } from './text-width.ts';

const WIDTH = 54;

/** A column: what its platform is called, and its lines. */
export interface Column {
  readonly head: string;
  readonly lines: readonly string[];
}

/** Columns beside each other, so that what differs between platforms is seen at once. */
export function sideBySide(title: string, columns: readonly Column[]): string {
  const broken = columns.map(({ lines }) => lines.flatMap((line) => wrapped(line, WIDTH)));
  const height = Math.max(...broken.map((lines) => lines.length));
  const row = (cells: readonly string[]) => cells.map((cell) => padded(cell, WIDTH)).join(' | ');
  const rows = Array.from({ length: height }, (_, index) => row(broken.map((lines) => lines[index] ?? '')));
  const heads = row(columns.map(({ head }) => head));
  const rule = columns.map(() => '-'.repeat(WIDTH)).join('-+-');
  return [`=== ${title}`, heads, rule, ...rows].map((line) => line.trimEnd()).join('\n');
}

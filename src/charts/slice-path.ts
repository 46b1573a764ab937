import type { Shape } from './shapes.ts';

/** An SVG path for part of a ring. A whole ring is drawn in two halves: an arc that ends where it begins draws nothing. */
export function slicePath({ x, y, outer, inner, from, to }: Extract<Shape, { kind: 'slice' }>): string {
  if (to - from > 0.5) {
    const half = (from + to) / 2;
    const arc = { x, y, outer, inner };
    return `${part({ ...arc, from, to: half })} ${part({ ...arc, from: half, to })}`;
  }
  return part({ x, y, outer, inner, from, to });
}

function part({ x, y, outer, inner, from, to }: Record<'x' | 'y' | 'outer' | 'inner' | 'from' | 'to', number>): string {
  const at = (turns: number, radius: number) =>
    `${round(x + radius * Math.sin(turns * 2 * Math.PI))} ${round(y - radius * Math.cos(turns * 2 * Math.PI))}`;
  return `M${at(from, outer)} A${outer} ${outer} 0 0 1 ${at(to, outer)} L${at(to, inner)} A${inner} ${inner} 0 0 0 ${at(from, inner)} Z`;
}

/** A length rounded to two decimals, finer than any screen. */
export const round = (length: number): number => Math.round(length * 100) / 100;

import type { SeriesTone } from '../chat/card.ts';

/** The inks of series without a tone, in order. */
export const seriesInks = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'] as const;

/** The ink of a shape; the renderer maps it to a color: a page has two themes, a picture has one. */
export type Ink = 'ink' | 'soft' | 'grid' | 'surface' | (typeof seriesInks)[number] | SeriesTone;

/** Text in a drawing. `y` is the baseline. */
export interface Label {
  readonly kind: 'label';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly ink: Ink;
  readonly bold?: boolean;
}

/** A part of a drawing; lengths in pixels, from the upper left corner. */
export type Shape =
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly ink: Ink;
    }
  | {
      readonly kind: 'rule';
      readonly from: readonly [number, number];
      readonly to: readonly [number, number];
      readonly ink: Ink;
    }
  | { readonly kind: 'line'; readonly points: readonly (readonly [number, number])[]; readonly ink: Ink }
  | { readonly kind: 'dot'; readonly x: number; readonly y: number; readonly radius: number; readonly ink: Ink }
  /** Part of a ring, in turns from the top clockwise. */
  | {
      readonly kind: 'slice';
      readonly x: number;
      readonly y: number;
      readonly outer: number;
      readonly inner: number;
      readonly from: number;
      readonly to: number;
      readonly ink: Ink;
    }
  | Label;

/** A chart laid out. */
export interface ChartDrawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/** The ink of a series: by its tone, otherwise by its position. */
export function inkOf(tone: SeriesTone | undefined, place: number): Ink {
  return tone ?? seriesInks[place % seriesInks.length] ?? 'first';
}

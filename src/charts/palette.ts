import type { Ink } from './shapes.ts';

/** The colors of a picture, for its light background: each has a contrast of 4.5:1 against it, so that text may stand inside a bar too. */
export const palette: Readonly<Record<Ink, string>> = {
  surface: '#ffffff',
  ink: '#19212c',
  soft: '#55606e',
  grid: '#dfe3e8',
  first: '#2f669f',
  second: '#9a6209',
  third: '#2b7a69',
  fourth: '#7658a0',
  fifth: '#a6455e',
  sixth: '#5f6b7a',
  good: '#2c7a4e',
  warning: '#9a6209',
  late: '#b3382e',
  muted: '#69737f',
};

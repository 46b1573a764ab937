import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { palette } from '../../../../src/charts/palette.ts';
import { seriesInks } from '../../../../src/charts/shapes.ts';

const theme = readFileSync(new URL('../../../../adapters/console/page/theme.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = theme.split('@media (prefers-color-scheme: dark)');

/** Text on a surface. WCAG 2.2, 1.4.3: at least 4.5:1. https://www.w3.org/TR/WCAG22/#contrast-minimum */
const texts: readonly (readonly [string, string])[] = [
  ...['ink', 'ink-soft', 'accent'].flatMap((ink) =>
    ['canvas', 'surface', 'sunken'].map((surface) => [ink, surface] as const),
  ),
  ['ink', 'accent-soft'],
  ['ink-soft', 'accent-soft'],
  ['accent-strong', 'accent-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['danger', 'surface'],
  ['danger', 'danger-soft'],
  ['danger-strong', 'danger-soft'],
  ['tone-warning', 'surface'],
  // In a chart words also stand in the colour of the surface on that of a series.
  ...[...seriesInks, 'good', 'warning', 'late', 'muted'].map((ink) => [`chart-${ink}`, 'surface'] as const),
];

/** Borders of inputs and the signs of tones. WCAG 2.2, 1.4.11: at least 3:1. https://www.w3.org/TR/WCAG22/#non-text-contrast */
const signs = ['line-strong', 'accent', 'tone-neutral', 'tone-action', 'tone-late', 'tone-good', 'tone-muted'];

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s theme', (_name, css) => {
  test.each(texts)('reads %s on %s', (ink, surface) => {
    expect(contrast(colour(css, ink), colour(css, surface))).toBeGreaterThanOrEqual(4.5);
  });
  test.each(signs)('shows %s on a surface', (sign) => {
    expect(contrast(colour(css, sign), colour(css, 'surface'))).toBeGreaterThanOrEqual(3);
  });
});

test('draws pictures of charts in the colours of the light theme', () => {
  const { surface, ink, soft, grid, ...series } = palette;
  const shown = [surface, ink, soft, grid].map((hex) => hex.toLowerCase());
  expect(shown).toEqual(['surface', 'ink', 'ink-soft', 'line'].map((name) => hexOf(light, name)));
  for (const [name, hex] of Object.entries(series)) expect(hex).toBe(hexOf(light, `chart-${name}`));
});

function colour(css: string, name: string): readonly number[] {
  const hex = hexOf(css, name);
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
}

function hexOf(css: string, name: string): string {
  const hex = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(css)?.[1];
  if (hex === undefined) throw new Error(`the theme has no colour ${name}`);
  return hex;
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(a: readonly number[], b: readonly number[]): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

function luminance(channels: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Full-width characters: Chinese and its punctuation, full-width forms, emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]|\p{Extended_Pictographic}|[\u{20000}-\u{3ffff}]/u;

/** Widths of other characters as a fraction of the font size: those of common sans-serif faces, rounded up so that nothing touches. */
const classes: readonly (readonly [pattern: RegExp, width: number])[] = [
  [/[iljt.,:;|!'’()[\]· ]/, 0.33],
  [/[mwMW@%—…]/, 0.95],
  [/[A-Z&]/, 0.7],
];
const OTHER = 0.58;

/** Approximate width of a text at a size, in pixels; in most faces slightly too wide. */
export function textWidth(text: string, size: number): number {
  let parts = 0;
  for (const letter of text) {
    parts += WIDE.test(letter) ? 1 : (classes.find(([pattern]) => pattern.test(letter))?.[1] ?? OTHER);
  }
  return parts * size;
}

/** A text no wider than `width`; truncation shows as an ellipsis. */
export function fitText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const letters = Array.from(text);
  while (letters.length > 0 && textWidth(`${letters.join('')}…`, size) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

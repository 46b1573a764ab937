/** What takes two cells of a terminal: Chinese, full-width forms, emoji. */
const WIDE = /\p{Script=Han}|\p{Extended_Pictographic}|[\u3000-\u303f\uff00-\uff60]/u;

/** How many cells a text takes. */
export function widthOf(text: string): number {
  return Array.from(text).reduce((width, letter) => width + (WIDE.test(letter) ? 2 : 1), 0);
}

/** A text filled up with blanks to a width. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** A line broken into pieces of at most a width; pieces after the first keep its indentation. */
export function wrapped(line: string, width: number): string[] {
  const indent = /^[ │]*/.exec(line)?.[0] ?? '';
  const pieces: string[] = [];
  let piece = '';
  for (const letter of line) {
    if (widthOf(piece + letter) > width) {
      pieces.push(piece);
      piece = indent;
    }
    piece += letter;
  }
  return [...pieces, piece];
}

/** Double-width characters: Chinese, full-width forms, emoji. */
const WIDE = /\p{Script=Han}|\p{Extended_Pictographic}|[\u3000-\u303f\uff00-\uff60]/u;
/** Characters that belong to a word in a spaced script. */
const IN_WORD = /[\p{L}\p{M}\p{N}'’-]/u;

const widthOf = (letter: string) => (WIDE.test(letter) ? 2 : 1);
const isInWord = (letter: string | undefined) => letter !== undefined && !WIDE.test(letter) && IN_WORD.test(letter);

/** A text of at most `width` columns, a Chinese character counting as two; cut at a word, with "…" for what was cut off. */
export function shortenText(text: string, width: number): string {
  return shortened(text, width, widthOf);
}

/** A text of at most `most` characters, whatever their width; cut at a word, with "…" for what was cut off. */
export function shortenLetters(text: string, most: number): string {
  return shortened(text, most, () => 1);
}

function shortened(text: string, most: number, sizeOf: (letter: string) => number): string {
  const letters = Array.from(text);
  const sizeUntil = (end: number) => letters.slice(0, end).reduce((sum, letter) => sum + sizeOf(letter), 0);
  let used = 0;
  let end = letters.findIndex((letter) => {
    used += sizeOf(letter);
    return used > most;
  });
  if (end < 0) return text;
  while (end > 0 && sizeUntil(end) + 1 > most) end -= 1;
  return `${letters.slice(0, wordEnd(letters, end)).join('').trimEnd()}…`;
}

/** The end of the last whole word before `end`; `end` itself if more than half would be lost, as with one very long word. */
function wordEnd(letters: readonly string[], end: number): number {
  if (!isInWord(letters[end])) return end;
  let start = end;
  while (start > 0 && isInWord(letters[start - 1])) start -= 1;
  return start > end / 2 ? start : end;
}

/** What is as wide as two letters: Chinese, full-width forms, emoji. */
const WIDE = /\p{Script=Han}|\p{Extended_Pictographic}|[\u3000-\u303f\uff00-\uff60]/u;

const widthOf = (letter: string) => (WIDE.test(letter) ? 2 : 1);

/** A text of at most `width` letters, a Chinese one counted as two; what was cut off shows as "…". */
export function shortenText(text: string, width: number): string {
  const letters = Array.from(text);
  let used = 0;
  const end = letters.findIndex((letter) => {
    used += widthOf(letter);
    return used > width;
  });
  if (end < 0) return text;
  let kept = letters.slice(0, end);
  while (kept.length > 0 && kept.reduce((sum, letter) => sum + widthOf(letter), 1) > width) kept = kept.slice(0, -1);
  return `${kept.join('').trimEnd()}…`;
}

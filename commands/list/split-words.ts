/** A token: a word, or words between quotation marks. */
export interface Piece {
  readonly text: string;
  readonly quoted: boolean;
}

/** A query never has more tokens than this; the rest is not read. */
export const MOST_PIECES = 40;

/** Opening quotation marks, with the closing ones. An apostrophe is not one. An unclosed quotation goes on to the end. */
const QUOTES: readonly (readonly [open: string, close: string])[] = [
  ['"', '"'],
  ['“', '”'],
  ['”', '”'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['＂', '＂'],
];

const OPENING = QUOTES.map(([open]) => open).join('');
const QUOTED = QUOTES.map(([open, close]) => `${open}([^${close}]*)${close}?`).join('|');
const PIECES = new RegExp(`${QUOTED}|([^\\s,，、;；${OPENING}]+)`, 'gu');

/** Between two days, where no spaces are written: `2026-01-01至2026-03-31`. */
const RANGE = /(?<=\d[年月日]?)(至|到|~|～|\.\.)(?=\d)/u;

/** Splits a text into tokens, in order: at spaces and commas, keeping quotations whole. Empty quotations are left out. */
export function splitWords(said: string): Piece[] {
  const pieces: Piece[] = [];
  for (const match of said.matchAll(PIECES)) {
    if (pieces.length >= MOST_PIECES) break;
    const word = match.at(-1);
    const text = (match.slice(1).find((group) => group !== undefined) ?? '').replace(/\s+/g, ' ').trim();
    const texts =
      word === undefined ? [text] : text.split(RANGE).map((part) => (/^(~|～|\.\.)$/.test(part) ? '至' : part));
    pieces.push(...texts.filter((part) => part !== '').map((part) => ({ text: part, quoted: word === undefined })));
  }
  return pieces;
}

/** The tokens joined again, some of them replaced: by a word, or by undefined, which quotes them. */
export function sayPieces(pieces: readonly Piece[], replaced: ReadonlyMap<number, string | undefined>): string {
  const said = pieces.map(({ text, quoted }, at) => {
    const word = replaced.get(at);
    if (word !== undefined) return word;
    return quoted || replaced.has(at) ? `"${text.replaceAll('"', ' ')}"` : text;
  });
  return [...said, replaced.get(pieces.length) ?? ''].join(' ').trim();
}

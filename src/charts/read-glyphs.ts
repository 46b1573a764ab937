import { AppError } from '../errors.ts';

/** Whether a font has a glyph for a character, by its code point. */
export type HasGlyph = (codePoint: number) => boolean;

/** Ranges of code points that a font covers. */
type Ranges = readonly (readonly [first: number, last: number])[];

/** Size of the table directory: a header of 12 bytes, then 16 for each table. */
const HEAD = 12;
const ENTRY = 16;

/**
 * Which characters an OpenType font covers, from its `cmap` table: formats 12 and 4, one of which each of our fonts has.
 * https://learn.microsoft.com/en-us/typography/opentype/spec/cmap (2026-11-24). Fails with `chart.badFont`.
 */
export function readGlyphs(font: Buffer): HasGlyph {
  const cmap = tableOf(font, 'cmap');
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) => cmap.readUInt32BE(4 + index * 8 + 4));
  const formats = new Map(subtables.map((at) => [cmap.readUInt16BE(at), at]));
  const full = formats.get(12);
  const basic = formats.get(4);
  if (full === undefined && basic === undefined) throw new AppError('chart.badFont', { missing: 'cmap 4 or 12' });
  const ranges = full === undefined ? rangesOfFormat4(cmap, basic ?? 0) : rangesOfFormat12(cmap, full);
  return (codePoint) => ranges.some(([first, last]) => first <= codePoint && codePoint <= last);
}

function tableOf(font: Buffer, name: string): Buffer {
  const count = font.readUInt16BE(4);
  for (let at = HEAD; at < HEAD + count * ENTRY; at += ENTRY) {
    if (font.toString('latin1', at, at + 4) !== name) continue;
    const start = font.readUInt32BE(at + 8);
    return font.subarray(start, start + font.readUInt32BE(at + 12));
  }
  throw new AppError('chart.badFont', { missing: name });
}

function rangesOfFormat12(cmap: Buffer, at: number): Ranges {
  return Array.from({ length: cmap.readUInt32BE(at + 12) }, (_, index) => {
    const group = at + 16 + index * 12;
    return [cmap.readUInt32BE(group), cmap.readUInt32BE(group + 4)] as const;
  });
}

/** Segments in which some characters may lack a glyph count as covered: at worst a missing one shows as a box. */
function rangesOfFormat4(cmap: Buffer, at: number): Ranges {
  const count = cmap.readUInt16BE(at + 6) / 2;
  const ends = at + 14;
  const starts = ends + count * 2 + 2;
  return Array.from(
    { length: count },
    (_, index) => [cmap.readUInt16BE(starts + index * 2), cmap.readUInt16BE(ends + index * 2)] as const,
  ).filter(([first]) => first !== 0xffff);
}

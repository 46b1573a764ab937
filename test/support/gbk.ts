let table: Map<string, readonly [number, number]> | undefined;

/** The two bytes of each GBK character: the decoder's mapping of every pair, inverted. */
function pairs(): Map<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && text !== '\ufffd' && !found.has(text)) found.set(text, [lead, trail]);
    }
  }
  return found;
}

/** A text in GBK, as Excel in China saves a CSV. */
export function gbk(text: string): Buffer {
  table ??= pairs();
  const bytes = Array.from(text).flatMap((letter): readonly number[] => {
    if (letter < '\u0080') return [letter.charCodeAt(0)];
    const pair = table?.get(letter);
    if (!pair) throw new Error(`GBK has no ${letter}`);
    return pair;
  });
  return Buffer.from(bytes);
}

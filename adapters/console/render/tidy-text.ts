/**
 * Normalizes text from outside: well-formed (half of a surrogate pair becomes U+FFFD) and composed (NFC), so that strings
 * that look the same are the same.
 */
export function tidyText(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8').normalize('NFC');
}

/**
 * Text from outside as the product keeps it: well-formed (half of a surrogate pair becomes U+FFFD) and composed (NFC), so that
 * what looks the same is the same.
 */
export function tidyText(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8').normalize('NFC');
}

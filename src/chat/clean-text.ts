/** Control characters except tab and line feed; format characters except joiners: direction marks, invisible spaces. */
const UNWANTED = /(?![\n\t])\p{Cc}|(?![\u200c\u200d])\p{Cf}|[\u2028\u2029]/gu;

/**
 * Text from people, safe to store and hash: well-formed (a lone surrogate becomes U+FFFD), in NFC, with "\n" as the only line break, without control
 * characters, direction overrides and invisible spaces. Joiners stay: scripts and emoji need them.
 */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(UNWANTED, '').normalize('NFC');
}

/** The same for every string inside a value that came from a platform. */
export function cleanDeep(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanDeep);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, cleanDeep(child)]));
}

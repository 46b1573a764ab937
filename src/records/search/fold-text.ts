/**
 * Text as it is compared: full-width letters and digits as plain ones (NFKC), without case. `Ａ級 ① ＣＭＤＢ` and `a級 1 cmdb`
 * are the same.
 */
export function foldText(text: string): string {
  return text.toWellFormed().normalize('NFKC').toLowerCase();
}

/** Text normalized for comparison: full-width letters and digits become plain ones (NFKC), lower case. `Ａ級 ① ＣＭＤＢ` and `a級 1 cmdb` are the same. */
export function foldText(text: string): string {
  return text.toWellFormed().normalize('NFKC').toLowerCase();
}

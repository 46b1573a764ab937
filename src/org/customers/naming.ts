/** A name in the form used for comparison: without case, width and spaces. */
export const plainName = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** The item that a cell refers to, by its id or a name. */
export function findNamed<
  Item extends { readonly id: string; readonly name: { readonly zh: string; readonly en: string } },
>(said: string, items: readonly Item[]): Item | undefined {
  const plain = plainName(said);
  return items.find(({ id, name }) => [id, name.zh, name.en].some((each) => plainName(each) === plain));
}

/** An unused id: the one given in the file, otherwise made from the name if that is in Latin letters, otherwise numbered. */
export function freshId(given: string, name: string, prefix: string, taken: ReadonlySet<string>): string {
  const slug = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 36);
  const asciiOnly = /^[\x20-\x7e]+$/.test(name) ? slug(name) : '';
  const candidate = /^[a-zA-Z][\w-]{0,39}$/.test(given) ? given : slug(given) || asciiOnly;
  const base = /^[a-zA-Z]/.test(candidate) ? candidate : candidate === '' ? prefix : `${prefix}-${candidate}`;
  if (candidate !== '' && !taken.has(base)) return base;
  for (let count = 1; ; count += 1) {
    const id = `${base}-${count}`;
    if (!taken.has(id)) return id;
  }
}

/** Markup that is safe to send to a browser. Only `html` makes it, so that no text reaches a page unescaped. */
export class Markup {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  /** A template whose holes are escaped, unless they are markup already. An absent value renders as nothing. */
  static of(strings: TemplateStringsArray, holes: readonly Hole[]): Markup {
    return new Markup(strings.reduce((text, part, index) => text + fill(holes[index - 1]) + part));
  }

  toString(): string {
    return this.#text;
  }
}

/** Allowed values in a hole of an `html` template. */
export type Hole = string | number | Markup | undefined | readonly Hole[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Text escaped for an element or a quoted attribute. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"'`]/g, (sign) => entities[sign] ?? '');
}

function fill(hole: Hole): string {
  if (hole === undefined) return '';
  if (hole instanceof Markup) return hole.toString();
  if (typeof hole === 'string') return escapeText(hole);
  if (typeof hole === 'number') return String(hole);
  return hole.map(fill).join('');
}

/**
 * Template tag that creates markup: every hole is escaped for an element's text and for a quoted attribute. Holes must not appear anywhere else (a
 * tag's name, an unquoted attribute, a script).
 */
export const html = (strings: TemplateStringsArray, ...holes: Hole[]): Markup => Markup.of(strings, holes);

/** `markup` if the condition holds, otherwise nothing. */
export const when = (condition: boolean, markup: Markup): Markup | undefined => (condition ? markup : undefined);

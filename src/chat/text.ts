/**
 * Text as typed pieces, never as markdown: a renderer escapes every piece for its platform, so that nobody's words can
 * forge a mention, a link or a format.
 */
export type Inline =
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'bold'; readonly text: string }
  /** A person. `userId` is their id on the platform the text is drawn for; without one the name is shown. */
  | { readonly kind: 'person'; readonly name: string; readonly userId?: string }
  /** Leads to the web, or dials: `https:`, `tel:`. Any other scheme is shown as plain words. */
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

/** A run of inline pieces. A line break is a plain "\n". */
export type Text = readonly Inline[];

/** Words as they are, without format. */
export const plain = (text: string): Inline => ({ kind: 'plain', text });

/** Words that stand out. */
export const bold = (text: string): Inline => ({ kind: 'bold', text });

/** A text of one plain piece. */
export const words = (text: string): Text => [plain(text)];

/** What the text says, without format: for logs of tests, notifications and places that take no markup. */
export function toPlainText(text: Text): string {
  return text.map((piece) => (piece.kind === 'person' ? `@${piece.name}` : piece.text)).join('');
}

/** The number that a `tel:` link dials: digits, perhaps with a plus before and an extension after a comma. Null for any other address. */
export function dialledBy(url: string): string | null {
  return /^tel:(\+?\d{3,15}(?:,\d{1,8})?)$/.exec(url)?.[1] ?? null;
}

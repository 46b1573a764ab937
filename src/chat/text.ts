/** Text as typed pieces, never as markdown: a renderer escapes every piece for its platform, so that no user's text can forge a mention, a link or formatting. */
export type Inline =
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'bold'; readonly text: string }
  /** A person. `userId` is their id on the platform the text is drawn for; without one the name is shown. */
  | { readonly kind: 'person'; readonly name: string; readonly userId?: string }
  /** A link to the web, or a number to dial: `https:`, `tel:`. Any other scheme is shown as plain text. */
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

/** A run of inline pieces. A line break is a plain "\n". */
export type Text = readonly Inline[];

/** Unformatted text. */
export const plain = (text: string): Inline => ({ kind: 'plain', text });

/** Emphasized text. */
export const bold = (text: string): Inline => ({ kind: 'bold', text });

/** A text of one plain piece. */
export const words = (text: string): Text => [plain(text)];

/** The text without formatting: for test logs, notifications and places without markup. */
export function toPlainText(text: Text): string {
  return text.map((piece) => (piece.kind === 'person' ? `@${piece.name}` : piece.text)).join('');
}

/** The number that a `tel:` link dials: digits, with an optional leading plus and an extension after a comma. Null for any other URL. */
export function dialledBy(url: string): string | null {
  return /^tel:(\+?\d{3,15}(?:,\d{1,8})?)$/.exec(url)?.[1] ?? null;
}

import type { Inline, Text } from '../../../src/chat/text.ts';
import { html, type Markup } from '../../../src/html.ts';
import { FILES } from './file-card.ts';

/** A text as markup; line breaks are kept by the page's style (`white-space: pre-line`). */
export function renderText(text: Text): Markup {
  return html`${text.map(renderInline)}`;
}

function renderInline(piece: Inline): Markup {
  switch (piece.kind) {
    case 'plain':
      return html`${piece.text}`;
    case 'bold':
      return html`<strong>${piece.text}</strong>`;
    case 'person':
      return html`<span class="person">@${piece.name}</span>`;
    case 'link':
      return renderLink(piece.text, piece.url);
    default:
      return piece satisfies never;
  }
}

/** A link to the web, a mail address or a phone number; any other scheme (`javascript:` ...) stays plain text. */
function renderLink(text: string, url: string): Markup {
  if (url.startsWith(FILES)) return html`<a class="button" href="${url}" download>${text}</a>`;
  if (!URL.canParse(url)) return html`${text}`;
  const { protocol, href } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:' && protocol !== 'mailto:' && protocol !== 'tel:')
    return html`${text}`;
  return html`<a href="${href}" target="_blank" rel="noopener noreferrer">${text}</a>`;
}

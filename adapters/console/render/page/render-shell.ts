import { html, type Markup } from '../../../../src/html.ts';
import type { Locale } from '../../../../src/i18n/locale.ts';

/** A whole page around its body. The script is a module, so it runs when the body is parsed. */
export function renderShell(locale: Locale, title: string, script: string, body: Markup): Markup {
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" type="image/svg+xml" href="/console/assets/mark.svg">
<link rel="stylesheet" href="/console/assets/style.css">
<script type="module" src="/console/assets/${script}"></script>
</head>
${body}
</html>
`;
}

/** The page's address for a person, a space and a language. */
export function pageAddress(query: { readonly as?: string; readonly space?: string; readonly lang?: Locale }): string {
  const search = new URLSearchParams(Object.entries(query));
  return search.size === 0 ? '/console' : `/console?${search.toString()}`;
}

/** A link to the same page in the other language, labeled in that language. */
export function renderLanguageLink(locale: Locale, query: { readonly as?: string; readonly space?: string }): Markup {
  const lang = locale === 'en' ? 'zh-CN' : 'en';
  return html`<a class="language" href="${pageAddress({ ...query, lang })}" hreflang="${lang}" lang="${lang}" data-language>${lang === 'en' ? 'English' : '中文'}</a>`;
}

/** A person's avatar: the last character of a Chinese name, the first letter of any other. */
export function renderAvatar(name: string): Markup {
  const signs = Array.from(name.trim());
  const chinese = /^\p{Script=Han}+$/u.test(name.trim());
  return html`<span class="avatar" aria-hidden="true">${(chinese ? signs.at(-1) : signs.at(0))?.toUpperCase() ?? '?'}</span>`;
}

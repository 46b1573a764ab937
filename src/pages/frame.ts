import { html, type Markup, when } from '../html.ts';
import { type Locale, locales } from '../i18n/locale.ts';
import { translate } from '../i18n/translate.ts';
import type { AssetPaths } from './load-assets.ts';

/** What is drawn around a page's body. */
export interface Frame {
  readonly locale: Locale;
  readonly title: string;
  readonly body: Markup;
  /** The path of the same page in the other language; null if it is in both. */
  readonly path: string | null;
}

/** Each language's own name for itself. */
const ownName: Readonly<Record<Locale, string>> = { 'zh-CN': '中文', en: 'English' };

/** A whole page: light, single-column, with nothing loaded from elsewhere. It also works without its script. */
export function drawFrame({ locale, title, body, path }: Frame, assets: AssetPaths): string {
  const other = locales.find((one) => one !== locale) ?? locale;
  const language =
    path &&
    html`<a class="language" href="${path}?lang=${other}" lang="${other}" hreflang="${other}">${ownName[other]}</a>`;
  const page = html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="format-detection" content="telephone=no">
<meta name="color-scheme" content="light">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${assets.style}">
</head>
<body>
<header><span class="sender">${translate(locale, 'page.sender')}</span>${language ?? undefined}</header>
<main>${body}</main>
${when(path !== null, html`<script src="${assets.script}" defer></script>`)}
</body>
</html>
`;
  return page.toString();
}

import { html } from '../html.ts';
import { locales } from '../i18n/locale.ts';
import { translate } from '../i18n/translate.ts';
import { drawFrame } from './frame.ts';
import type { AssetPaths } from './load-assets.ts';

/** Why there is no page, with the HTTP status for each reason. */
export const sorryStatus = {
  unknown: 404,
  expired: 410,
  withdrawn: 410,
  busy: 429,
  tooLarge: 413,
  notTaken: 400,
  broken: 500,
} as const;
export type Sorry = keyof typeof sorryStatus;

/** Explains why in both languages, since the reader's is not known for certain; `whom` to ask, if known, in each. */
export function drawSorry(why: Sorry, assets: AssetPaths, whom: readonly string[] = []): string {
  const parts = locales.map(
    (locale, index) => html`<section class="sorry" lang="${locale}">
<h1>${translate(locale, `page.${why}.title`)}</h1>
<p>${translate(locale, `page.${why}.text`)}</p>
${whom[index] === undefined ? undefined : html`<p class="whom">${whom[index]}</p>`}
</section>`,
  );
  return drawFrame(
    { locale: 'zh-CN', title: translate('zh-CN', `page.${why}.title`), body: html`${parts}`, path: null },
    assets,
  );
}

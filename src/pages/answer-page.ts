import { generate } from 'lean-qr';
import { cleanText } from '../chat/clean-text.ts';
import type { Clock } from '../clock.ts';
import { html, type Markup } from '../html.ts';
import type { AnswerPage, PageAnswer } from '../http/serve-pages.ts';
import { type Locale, locales } from '../i18n/locale.ts';
import { translate } from '../i18n/translate.ts';
import { type CustomerLink, stateOfLink } from './customer-link.ts';
import type { CustomerLinks } from './customer-link-repository.ts';
import { drawFrame } from './frame.ts';
import type { AssetPaths } from './load-assets.ts';
import { maskAddress } from './mask-address.ts';
import { pathOf } from './page-address.ts';
import type { Page, PageFile, PageForm, PageHandler, Visit } from './page-handler.ts';
import { drawSorry, type Sorry, sorryStatus } from './sorry-page.ts';

/** The quiet zone around a QR code, in modules: without it a camera does not find the code (ISO/IEC 18004 requires 4). */
const QUIET = 4;

/** An address as a QR code for another phone's camera, with the address as text below. */
function drawQr(address: string, locale: Locale): Markup {
  const code = generate(address);
  const size = code.size + 2 * QUIET;
  const rows = Array.from({ length: code.size }, (_, y) => rowOf(code, y)).join('');
  return html`<section class="qr">
<h1>${translate(locale, 'page.qr.title')}</h1>
<svg viewBox="0 0 ${size} ${size}" role="img" aria-label="${translate(locale, 'page.qr.title')}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${rows}"/></svg>
<p class="hint">${translate(locale, 'page.qr.text')}</p>
<p class="small">${address}</p>
</section>`;
}

function rowOf(code: { readonly size: number; get(x: number, y: number): boolean }, y: number): string {
  return Array.from({ length: code.size }, (_, x) => (code.get(x, y) ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : '')).join(
    '',
  );
}

/** The most fields that one of our pages could have. */
const MOST_FIELDS = 200;

/** The fields of `application/x-www-form-urlencoded`, as a `PageForm`; fields beyond the limit are dropped. */
function readForm(body: string): PageForm {
  const form: Record<string, string> = Object.create(null);
  let count = 0;
  for (const [name, value] of new URLSearchParams(body)) {
    if (++count > MOST_FIELDS) break;
    form[name] ??= cleanText(value);
  }
  return form;
}

/** What answering pages needs. */
export interface PageParts {
  readonly links: Pick<CustomerLinks, 'read' | 'opened'>;
  readonly handlers: readonly PageHandler[];
  readonly assets: AssetPaths;
  readonly clock: Clock;
  /** The base URL of pages, for QR codes. */
  readonly base: () => string;
}

/** From a token to a page: invalid and guessed tokens get the same answer, and cost no database query. */
export function createAnswerPage({ links, handlers, assets, clock, base }: PageParts): AnswerPage {
  const byPurpose = new Map(handlers.map((handler) => [handler.purpose, handler]));
  const sorry = (why: Sorry, whom: readonly string[] = []): PageAnswer => ({
    kind: 'page',
    status: sorryStatus[why],
    body: drawSorry(why, assets, whom),
  });

  return async (ask) => {
    const link = await links.read(ask.token);
    const handler = byPurpose.get(link?.purpose ?? '');
    if (!link || !handler) return sorry('unknown');
    const now = clock.now();
    const standing = stateOfLink(link, now);
    if (standing !== 'open') return sorry(standing, await whomToAsk(handler, link));
    const locale = locales.find((one) => one === ask.language) ?? (await handler.languageOf(link));
    const path = pathOf(ask.token);
    const visit = { link, locale, now, path, address: maskAddress(ask.address) };

    if (ask.file === 'qr') return pageAnswer(qrPage(visit), visit);
    if (ask.file !== null) {
      const file = await handler.file?.(visit, ask.file);
      return file ? fileAnswer(file) : sorry('unknown');
    }
    if (ask.method === 'GET') await links.opened(link.id);
    const shown = await (ask.method === 'GET' ? handler.show(visit) : handler.take(visit, readForm(ask.body)));
    if (shown === 'done') return { kind: 'moved', to: locale === ask.language ? `${path}?lang=${locale}` : path };
    return typeof shown === 'string' ? sorry(shown, await whomToAsk(handler, link)) : pageAnswer(shown, visit);
  };

  function qrPage({ path, locale, link }: Visit): Page {
    return { title: link.number, body: drawQr(base() + path, locale) };
  }

  function pageAnswer({ title, body, status = 200 }: Page, { locale, path }: Visit): PageAnswer {
    return { kind: 'page', status, body: drawFrame({ locale, title, body, path }, assets) };
  }
}

const fileAnswer = ({ name, type, shown, content }: PageFile): PageAnswer => ({
  kind: 'file',
  name,
  type,
  shown,
  content,
});

/** In every language that pages support, in order. */
async function whomToAsk(handler: PageHandler, link: CustomerLink): Promise<string[]> {
  const asked = await Promise.all(
    locales.map(async (locale: Locale) => (await handler.whomToAsk?.(link, locale)) ?? null),
  );
  return asked.flatMap((said) => (said ? [said] : []));
}

/** The answer to a request that is rejected before it reaches a page. A flood of rejections must be cheap: each page is drawn once. */
export function createRefusePage(assets: AssetPaths): (status: number) => string {
  const whys = Object.keys(sorryStatus).filter(isSorry);
  const drawn = new Map<number, string>(whys.map((why) => [sorryStatus[why], drawSorry(why, assets)]));
  const notTaken = drawSorry('notTaken', assets);
  return (status) => drawn.get(status) ?? notTaken;
}

const isSorry = (why: string): why is Sorry => Object.hasOwn(sorryStatus, why);

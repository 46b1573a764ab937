import type { Clock } from '../clock.ts';
import type { AnswerPage, PageAnswer } from '../http/serve-pages.ts';
import { type Locale, locales } from '../i18n/locale.ts';
import { type CustomerLink, standingOf } from './customer-link.ts';
import type { CustomerLinks } from './customer-link-repository.ts';
import { drawQr } from './draw-qr.ts';
import { drawFrame } from './frame.ts';
import type { AssetPaths } from './load-assets.ts';
import { maskAddress } from './mask-address.ts';
import { pathOf } from './page-address.ts';
import type { Page, PageFile, PageHandler, Visit } from './page-handler.ts';
import { readForm } from './read-form.ts';
import { drawSorry, type Sorry, sorryStatus } from './sorry-page.ts';

/** What pages are answered with. */
export interface PageParts {
  readonly links: Pick<CustomerLinks, 'read' | 'opened'>;
  readonly handlers: readonly PageHandler[];
  readonly assets: AssetPaths;
  readonly clock: Clock;
  /** What stands before a page's path in a QR code. */
  readonly base: () => string;
}

/** From a token to a page: what was never a link and what is guessed get the same answer, and cost no look into the database. */
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
    const standing = standingOf(link, now);
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

/** In every language that pages speak, in their order. */
async function whomToAsk(handler: PageHandler, link: CustomerLink): Promise<string[]> {
  const asked = await Promise.all(
    locales.map(async (locale: Locale) => (await handler.whomToAsk?.(link, locale)) ?? null),
  );
  return asked.flatMap((said) => (said ? [said] : []));
}

/** What is answered where a request never came to a page. A flood of refusals must cost little: each is drawn once. */
export function createRefusePage(assets: AssetPaths): (status: number) => string {
  const whys = Object.keys(sorryStatus).filter(isSorry);
  const drawn = new Map<number, string>(whys.map((why) => [sorryStatus[why], drawSorry(why, assets)]));
  const notTaken = drawSorry('notTaken', assets);
  return (status) => drawn.get(status) ?? notTaken;
}

const isSorry = (why: string): why is Sorry => Object.hasOwn(sorryStatus, why);

import type { Markup } from '../html.ts';
import type { Locale } from '../i18n/locale.ts';
import type { CustomerLink } from './customer-link.ts';

/**
 * A page for customers: one handler for each purpose of links, listed in `src/app/wire-pages.ts`. To add one, write a folder
 * `src/pages/NAME/` that exports a function which makes a `PageHandler` from what it needs (`records`, `organisation`, ...), and list it.
 *
 * - The room does the rest: it reads the token, tells unknown, expired and withdrawn links by itself, counts, limits, parses the
 *   form, draws the frame around `body` with its headers, and answers a taken form with a redirection to the page itself (so `show` must draw
 *   the receipt once the matter is answered, and a form sent twice gets the same receipt).
 * - Links are issued with `links.issue({ purpose, number, contactId, key, madeBy, days })` and become an address by
 *   `pageAddress(token, platform)`, which is null where no customer could reach the server (no PUBLIC_URL): then no link is to be shown.
 * - Changes go through `records.perform` with the actor `customerOf(link)` and a system move (`by: []`), under an `interaction` that tells
 *   the matter and not the press, so that a second one changes nothing.
 */
export interface PageHandler {
  readonly purpose: string;
  /** The language of whoever the link was made for. */
  languageOf(link: CustomerLink): Promise<Locale>;
  /** Whom to ask about it, in a sentence, on the page of a link whose time is over. */
  whomToAsk?(link: CustomerLink, locale: Locale): Promise<string | null>;
  /** The page as things stand; `expired` or `withdrawn` where there is nothing to show or to take any more. */
  show(visit: Visit): Promise<Page | Over>;
  /** Takes the form in: `done`, or the page again with what is wrong. */
  take(visit: Visit, form: PageForm): Promise<'done' | Page | Over>;
  /** A file that belongs to the page, by its name: `/c/TOKEN/NAME`. */
  file?(visit: Visit, name: string): Promise<PageFile | null>;
}

/** Why a link that was made here opens nothing. */
export type Over = 'expired' | 'withdrawn';

/** A request to a page, as far as a handler sees it. */
export interface Visit {
  readonly link: CustomerLink;
  readonly locale: Locale;
  readonly now: Date;
  /** The visitor's address, masked. */
  readonly address: string;
  /** The path of the page itself, for forms and for files beside it. */
  readonly path: string;
}

/** Fields of a form by name, cleaned: never trusted before they are parsed. The first of several with one name counts. */
export type PageForm = Readonly<Record<string, string>>;

/** What stands in the frame. */
export interface Page {
  readonly title: string;
  readonly body: Markup;
  /** 200 where it is left out; 422 for a form that is to be corrected. */
  readonly status?: 200 | 422;
}

/** A file as it is saved by the visitor, or shown inside the page. */
export interface PageFile {
  readonly name: string;
  readonly type: 'text/html; charset=utf-8' | 'image/svg+xml' | 'image/png';
  readonly shown: boolean;
  readonly content: Uint8Array | string;
}

/** The actor of what a customer does through a link. */
export const customerOf = ({ contactId, id }: CustomerLink) => ({ kind: 'customer', contactId, link: id }) as const;

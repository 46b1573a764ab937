import type { Markup } from '../html.ts';
import type { Locale } from '../i18n/locale.ts';
import type { CustomerLink } from './customer-link.ts';

/**
 * A page for customers: one handler for each purpose of links, listed in `src/app/wire-pages.ts`. To add one, write a folder `src/pages/NAME/` that
 * exports a function which creates a `PageHandler` from what it needs (`records`, `organisation`, ...), and list it.
 *
 * - The framework does the rest: it reads the token, handles unknown, expired and withdrawn links, counts, limits, parses the form, draws the frame
 *   around `body` with its headers, and answers an accepted form with a redirect to the page itself (so `show` must draw the receipt once the request
 *   is answered, and a form sent twice gets the same receipt).
 * - Links are issued with `links.issue({ purpose, number, contactId, key, madeBy, days })` and become an address by `pageAddress(token, platform)`,
 *   which is null if no customer could reach the server (no PUBLIC_URL): then no link must be shown.
 * - Changes go through `records.perform` with the actor `customerOf(link)` and a system move (`by: []`), under an `interaction` that identifies the
 *   request and not the press, so that a second one changes nothing.
 */
export interface PageHandler {
  readonly purpose: string;
  /** The language of the person the link was made for. */
  languageOf(link: CustomerLink): Promise<Locale>;
  /** Whom to ask about it, in a sentence, shown on the page of an expired link. */
  whomToAsk?(link: CustomerLink, locale: Locale): Promise<string | null>;
  /** The page in its current state; `expired` or `withdrawn` if there is nothing left to show or to accept. */
  show(visit: Visit): Promise<Page | Over>;
  /** Processes the form: `done`, or the page again with its errors. */
  take(visit: Visit, form: PageForm): Promise<'done' | Page | Over>;
  /** A file that belongs to the page, by its name: `/c/TOKEN/NAME`. */
  file?(visit: Visit, name: string): Promise<PageFile | null>;
}

/** Why a link that was made here no longer works. */
export type Over = 'expired' | 'withdrawn';

/** A request to a page, as a handler sees it. */
export interface Visit {
  readonly link: CustomerLink;
  readonly locale: Locale;
  readonly now: Date;
  /** The visitor's address, masked. */
  readonly address: string;
  /** The path of the page itself, for forms and for its files. */
  readonly path: string;
}

/** Fields of a form by name, cleaned: never trusted before they are parsed. If a name occurs more than once, the first one counts. */
export type PageForm = Readonly<Record<string, string>>;

/** The content of the frame. */
export interface Page {
  readonly title: string;
  readonly body: Markup;
  /** 200 if omitted; 422 for a form that must be corrected. */
  readonly status?: 200 | 422;
}

/** A file that the visitor downloads, or that is shown inside the page. */
export interface PageFile {
  readonly name: string;
  readonly type: 'text/html; charset=utf-8' | 'image/svg+xml' | 'image/png';
  readonly shown: boolean;
  readonly content: Uint8Array | string;
}

/** The actor of a customer's actions through a link. */
export const customerOf = ({ contactId, id }: CustomerLink) => ({ kind: 'customer', contactId, link: id }) as const;

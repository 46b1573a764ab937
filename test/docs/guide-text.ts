import { readFile } from 'node:fs/promises';
import type { Locale } from '../../src/i18n/locale.ts';

/** The folders of the two guides, by language. */
export const guides = { en: 'docs/guide/en', 'zh-CN': 'docs/guide/zh-cn' } as const satisfies Record<Locale, string>;
/** The pages of each. */
export const pages = [
  'administrator.md',
  'agent.md',
  'approver.md',
  'customer.md',
  'engineer.md',
  'index.md',
  'quality-officer.md',
  'reporter.md',
] as const;

/**
 * What a page names of the product: labels stand in bold, what a card says in quotes, what is typed in backticks; pictures by
 * their names, links by their targets. Each once, in the order of the page.
 */
export interface Named {
  readonly labels: readonly string[];
  readonly quoted: readonly string[];
  readonly typed: readonly string[];
  readonly pictures: readonly string[];
  readonly links: readonly string[];
}

/** Reads a page of a guide. Fails when there is none. */
export async function readGuide(locale: Locale, page: string): Promise<Named> {
  const text = await readFile(`${guides[locale]}/${page}`, 'utf8');
  const typed = all(text, /`([^`\n]+)`/g);
  const prose = text.replaceAll(/`[^`\n]+`/g, '').replaceAll('\\*', '');
  return {
    typed,
    labels: all(prose, /\*\*([^*\n]+)\*\*/g).filter((label) => !label.includes('](')),
    quoted: all(prose, locale === 'en' ? /\*"([^"\n]+)"\*/g : /“([^”\n]+)”/g),
    pictures: all(prose, /!\[[^\]]*\]\(([^)]+)\)/g),
    links: all(prose, /(?<!!)\[[^\]]*\]\(([^)]+)\)/g),
  };
}

const all = (text: string, pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, found = '']) => found))];

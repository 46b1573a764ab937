import type { Day } from '../../src/calendar/day.ts';
import { readDay } from '../../src/calendar/read-day.ts';

/** What the text after `away` asks for. */
export type AbsenceRequest =
  | { readonly kind: 'show' }
  | { readonly kind: 'off' }
  /** Missing parts are asked for; `unread` is a word in a day's place that is not one. */
  | {
      readonly kind: 'set';
      readonly from?: Day | undefined;
      readonly to?: Day | undefined;
      readonly deputy?: string | undefined;
      readonly unread?: string | undefined;
    };

const off = ['off', 'end', 'back', 'cancel', '取消', '结束', '销假', '回来了'];
const show = ['', 'list', 'show', '查看', '列表'];
/** Small words between days and names. */
const fillers = [
  'from',
  'to',
  'till',
  'until',
  'by',
  'deputy',
  '从',
  '至',
  '到',
  '由',
  '代理',
  '代理人',
  '-',
  '–',
  '—',
  '~',
];

/** Parses what follows `/qm away`: `2026-12-01 2026-12-05 Liu Yang`, `12月1日至5日 刘洋`, `tomorrow @刘洋`, `off`. One day alone is a one-day absence. */
export function readAway(text: string, today: Day): AbsenceRequest {
  const words = tokensOf(text);
  const alone = words.join(' ').toLowerCase();
  if (off.includes(alone)) return { kind: 'off' };
  if (show.includes(alone)) return { kind: 'show' };
  const [first = '', second = ''] = words;
  const from = readDay(first, today);
  if (from === undefined) {
    return /\d/.test(first) && words.length > 1
      ? { kind: 'set', unread: first }
      : { kind: 'set', deputy: words.join(' ') };
  }
  const to = readDay(second, from);
  const rest = words.slice(to === undefined ? 1 : 2);
  if (to === undefined && /^\d/.test(second)) return { kind: 'set', from, unread: second, ...named(rest.slice(1)) };
  return { kind: 'set', from, to: to ?? (rest.length > 0 ? from : undefined), ...named(rest) };
}

const named = (words: readonly string[]) => (words.length > 0 ? { deputy: words.join(' ') } : {});

/** The words, with a day range written in one piece split: `12月1日至5日`, `12-01~12-05`. */
function tokensOf(text: string): string[] {
  const spaced = text
    .normalize('NFKC')
    .replace(/^从/, '')
    .replace(/(\d{1,2})月(\d{1,2})[日号]?(?:至|到|-|~|–|—)(\d{1,2})[日号]/g, '$1月$2日 $1月$3日 ')
    .replace(/(?<=[\d日号天])(?:至|到|~|–|—|\.\.)(?=[\d今明后周星下])/g, ' ')
    .replace(/(?<=\d[日号])(?=\p{Script=Han})(?![至到])/gu, ' ');
  return spaced.split(/[\s,，、]+/).filter((word) => word !== '' && !fillers.includes(word.toLowerCase()));
}

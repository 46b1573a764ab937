import { dayOf } from '../calendar/day.ts';
import { formatDay } from '../calendar/format.ts';
import type { Block, Card, Fact } from '../chat/card.ts';
import { bold, plain, words } from '../chat/text.ts';
import type { Locale } from '../i18n/locale.ts';
import { type MessageKey, type MessageParams, translate } from '../i18n/translate.ts';
import { type NamePair, nameOf, type Organisation } from '../org/organisation.ts';
import type { RecordType } from '../records/declaration/record-type.ts';
import { label } from '../records/say.ts';
import { percentText, type Share } from '../share.ts';
import type { Kept, Mean } from './clocks.ts';

/** A request for statistics: of some departments or all, from an instant until now; days by the clock of a zone. */
export interface StatsRequest {
  readonly departments: readonly string[];
  readonly since: Date;
  readonly zone: string;
}

/** What a department opened, closed and kept; null for records without a department yet. */
export interface DepartmentFigures {
  readonly department: NamePair | null;
  readonly opened: number;
  readonly closed: number;
  readonly kept: Kept;
}

/** The most departments a card names. */
const MOST_DEPARTMENTS = 10;

/** Draws the parts of a statistics card in a language. */
export function statsLines(locale: Locale) {
  const say = (key: MessageKey, params?: MessageParams) => translate(locale, key, params);
  const fact = (key: MessageKey, value: string): Fact => ({ label: say(key), value: [bold(value)] });
  const rate = (kept: Kept): string => {
    const sum = kept.onTime + kept.lateExtended + kept.late;
    const said = percentText({ met: kept.onTime, of: sum });
    return said === null ? say('monthly.noneDue') : say('monthly.rate', { rate: said, onTime: kept.onTime, sum });
  };

  return {
    fact,
    count: (key: MessageKey, value: number) => fact(key, String(value)),
    mean: (key: MessageKey, { days, of }: Mean) =>
      fact(key, days === null ? say('monthly.noRate') : say('monthly.days', { days, count: of })),
    share: (key: MessageKey, { met, of }: Share) => {
      const said = percentText({ met, of });
      return fact(key, said === null ? say('service.none') : say('service.share', { rate: said, met, of }));
    },
    /** Deadlines: on time, late with an extension, late. */
    kept: (kept: Kept) => [
      fact('monthly.onTime', rate(kept)),
      fact('monthly.lateExtended', String(kept.lateExtended)),
      fact('monthly.late', String(kept.late)),
    ],
    /** Names with their counts, under a heading; empty if there are none. */
    counted(heading: MessageKey, counts: readonly (readonly [string, number])[]): Block[] {
      if (counts.length === 0) return [];
      const text = counts.map(([name, count]) => `${name}  ${count}`).join('\n');
      return [
        { kind: 'heading', text: say(heading) },
        { kind: 'text', text: words(text) },
      ];
    },
    /** Departments side by side; empty if there is only one. */
    departments(all: readonly DepartmentFigures[]): Block[] {
      if (all.length < 2) return [];
      const lines = all.slice(0, MOST_DEPARTMENTS).map(({ department, opened, closed, kept }) => ({
        text: [
          bold(department ? nameOf(department, locale) : say('digest.unassigned')),
          plain(say('monthly.department', { opened, closed, onTime: rate(kept) })),
        ],
      }));
      return [
        { kind: 'heading', text: say('monthly.byDepartment') },
        { kind: 'lines', lines },
      ];
    },
    note: (key: MessageKey): Block => ({ kind: 'note', text: words(say(key)) }),
    /** A card with the type, the first day that counts, and the departments covered. */
    card(
      type: RecordType<unknown>,
      { since, zone, departments }: StatsRequest,
      org: Organisation,
      blocks: Block[],
    ): Card {
      const nouns = label(type.words.nouns, locale);
      const day = formatDay(dayOf(since, zone), locale);
      const title = say('stats.title', { nouns: nouns.charAt(0).toUpperCase() + nouns.slice(1), day });
      const named = departments.map((id) => nameOf(org.department(id)?.name ?? { zh: id, en: id }, locale));
      const whose: Block[] =
        named.length > 0 ? [{ kind: 'note', text: words(named.join(say('common.listSeparator'))) }] : [];
      return { title, tone: 'neutral', summary: title, blocks: [...whose, ...blocks] };
    },
  };
}

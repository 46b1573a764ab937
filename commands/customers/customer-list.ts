import type { Block, Button, Card } from '../../src/chat/card.ts';
import { bold, plain, words } from '../../src/chat/text.ts';
import { translate } from '../../src/i18n/translate.ts';
import { plainName } from '../../src/org/customers/naming.ts';
import { type Customer, nameOf, type Project } from '../../src/org/organisation.ts';
import { personName } from '../../src/records/say.ts';
import { type Asker, mayKeep } from './entitled.ts';

/** The content of a list. */
export type CustomerNoun = 'customer' | 'project';

const PAGE_SIZE = 10;

/** Those whose id or name, or whose customer's name, contains the words; inactive ones come last. */
export function customersLike<Noun extends CustomerNoun>(
  noun: Noun,
  said: string,
  { org }: Pick<Asker, 'org'>,
): readonly (Customer | Project)[] {
  const wanted = plainName(said);
  const items: readonly (Customer | Project)[] = noun === 'customer' ? org.customers : org.projects;
  const namesOf = (item: Customer | Project) => {
    const customer = 'customer' in item && item.customer ? org.customer(item.customer) : undefined;
    return [item.id, item.name.zh, item.name.en, ...(customer ? [customer.name.zh, customer.name.en] : [])];
  };
  const found = items.filter((item) => namesOf(item).some((name) => plainName(name).includes(wanted)));
  return [...found.filter(({ active }) => active), ...found.filter(({ active }) => !active)];
}

/** A page of customers or projects, each with a button that shows it. `page` counts from 0. */
export function customerList(noun: CustomerNoun, said: string, page: number, context: Asker): Card {
  const { locale } = context;
  const found = customersLike(noun, said, context);
  const title = translate(locale, `served.${noun}.list`, { count: found.length });
  const from = page * PAGE_SIZE;
  const shown = found.slice(from, from + PAGE_SIZE);
  const lines = shown.map((item) => ({
    text: [bold(nameOf(item.name, locale)), plain(`\n${aboutOf(item, context)}`)],
    button: { action: `${noun}.show`, label: translate(locale, 'served.show'), value: { id: item.id } },
  }));
  const turn = (to: number, key: 'list.previous' | 'list.next'): Button => ({
    action: `${noun}.list`,
    label: translate(locale, key),
    value: { q: said.slice(0, 100), page: to },
  });
  const buttons = [
    ...(page > 0 ? [turn(page - 1, 'list.previous')] : []),
    ...(from + PAGE_SIZE < found.length ? [turn(page + 1, 'list.next')] : []),
    ...(mayKeep(context) ? [newButton(noun, context)] : []),
  ];
  const range = translate(locale, 'list.range', { from: from + 1, to: from + shown.length, total: found.length });
  const blocks: Block[] = [
    lines.length > 0
      ? { kind: 'lines', lines }
      : { kind: 'text', text: words(translate(locale, `served.${noun}.none`)) },
    ...(found.length > PAGE_SIZE ? [{ kind: 'note', text: words(range) } as const] : []),
    ...(buttons.length > 0 ? [{ kind: 'buttons', buttons } as const] : []),
  ];
  return { title, tone: 'neutral', summary: title, blocks };
}

const newButton = (noun: CustomerNoun, { locale }: Asker): Button => ({
  action: `${noun}.new`,
  label: translate(locale, `served.${noun}.new`),
  value: {},
});

/** The second line of a customer or a project. */
function aboutOf(item: Customer | Project, context: Asker): string {
  const { locale, org } = context;
  const over = item.active ? [] : [translate(locale, 'served.over')];
  const parts =
    'lead' in item
      ? [
          ...(item.customer ? [nameOf(org.customer(item.customer)?.name ?? item.name, locale)] : []),
          personName(item.lead, context),
          translate(locale, `served.calendar.${item.sla.calendar}`),
        ]
      : [
          ...org.settings.customerLevels.filter(({ id }) => id === item.level).map(({ name }) => nameOf(name, locale)),
          translate(locale, 'served.projects', {
            count: org.projects.filter(({ customer, active }) => customer === item.id && active).length,
          }),
        ];
  return [...over, ...parts].join(' · ');
}

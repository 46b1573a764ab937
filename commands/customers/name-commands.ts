import { z } from 'zod';
import type { Reply } from '../../src/chat/reply.ts';
import { translate } from '../../src/i18n/translate.ts';
import { findNamed } from '../../src/org/customers/naming.ts';
import { type Command, command, type Spoken, spokenOf } from '../command.ts';
import type { Context } from '../context.ts';
import { verbs } from '../record/verbs.ts';
import { type CustomerNoun, customerList, customersLike } from './customer-list.ts';
import { showCustomer, showProject } from './show-customer.ts';

/** The words for customers and projects. */
export const customerNouns = {
  customer: { 'zh-CN': ['客户'], en: ['customer', 'customers'] },
  project: { 'zh-CN': ['项目'], en: ['project', 'projects'] },
} as const satisfies Readonly<Record<CustomerNoun, Spoken>>;

const name = { 'zh-CN': '名称', en: 'NAME' };
const edit: Spoken = { 'zh-CN': ['修改', '编辑'], en: ['edit', 'change'] };
const both = (one: Spoken, other: Spoken): Spoken => ({
  'zh-CN': [...one['zh-CN'], ...other['zh-CN']],
  en: [...one.en, ...other.en],
});

const pageValue = z
  .object({ q: z.string().max(100), page: z.number().int().min(0).max(1000) })
  .catch({ q: '', page: 0 });
const idValue = z.object({ id: z.string().max(60) }).catch({ id: '' });

type OpenForm = (id: string | undefined, context: Context, hint?: Readonly<Record<string, unknown>>) => Reply;

/** Lists, shows and opens the forms of customers or of projects, each by name or id. `openForm` is for a new one without an id. */
export function nameCommands(noun: CustomerNoun, openForm: OpenForm): readonly Command[] {
  const nouns = customerNouns[noun];
  const show = noun === 'customer' ? showCustomer : showProject;
  const list = (said: string, page: number, context: Context): Reply => ({
    kind: 'card',
    card: customerList(noun, said, page, context),
  });
  /** The one that was meant, or a list of candidates. */
  const named = (said: string, context: Context, open: (id: string) => Reply | Promise<Reply>) => {
    const found = customersLike(noun, said, context);
    const exact = findNamed(said, found) ?? (found.length === 1 ? found[0] : undefined);
    return exact ? open(exact.id) : list(found.length > 0 ? said : '', 0, context);
  };
  return [
    command({
      id: `${noun}.list`,
      does: (locale) => translate(locale, `command.${noun}.list`),
      takes: '[WORDS]',
      topic: 'served',
      words: spokenOf(nouns, both(verbs.list, verbs.search)),
      value: pageValue,
      say: (rest, _said, context) => list(rest, 0, context),
      press: ({ q, page }, _press, context) => list(q, page, context),
    }),
    command({
      id: `${noun}.show`,
      does: (locale) => translate(locale, `help.${noun}s`),
      takes: 'NAME',
      topic: 'served',
      example: name,
      slash: noun,
      words: both(nouns, spokenOf(nouns, verbs.show)),
      value: idValue,
      say: (rest, _said, context) =>
        rest === '' ? list('', 0, context) : named(rest, context, (id) => show(id, context)),
      press: ({ id }, _press, context) => show(id, context),
    }),
    command({
      id: `${noun}.new`,
      does: (locale) => translate(locale, `served.${noun}.new`),
      topic: 'served',
      words: spokenOf(nouns, verbs.new),
      say: (_rest, _said, context) => openForm(undefined, context),
      press: (_value, press, context) => openForm(undefined, context, press.value),
    }),
    command({
      id: `${noun}.edit`,
      does: (locale) => translate(locale, `command.${noun}.edit`),
      takes: 'NAME',
      topic: 'served',
      example: name,
      words: spokenOf(nouns, edit),
      value: idValue,
      say: (rest, _said, context) => named(rest, context, (id) => openForm(id, context)),
      press: ({ id }, _press, context) => openForm(id, context),
    }),
  ];
}

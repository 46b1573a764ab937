import type { z } from 'zod';
import { type Card, type CardColumn, type CardElement, cardSchema, elementSchema } from './card-schema.ts';
import { cardRefusal, type Page, Refusal } from './refusal.ts';

/** The most a request with a card may weigh, in bytes. */
export const requestBytes = 30 * 1024;

interface Where {
  readonly depth: number;
  readonly inForm: boolean;
  readonly path: string;
}

/** What a card may name. */
export interface Known {
  readonly user: (id: string) => boolean;
  /** A picture that the app uploaded. */
  readonly picture: (key: string) => boolean;
}

interface Seen {
  readonly ids: Set<string>;
  readonly names: Set<string>;
  readonly known: Known;
}

function refuse(page: Page, code: number, message: string): never {
  throw cardRefusal(page, code, message);
}

function refuseShape(error: z.ZodError, path: string): never {
  const [issue] = error.issues;
  const at = [path, ...(issue?.path ?? [])].join(' -> ');
  if (issue?.code === 'invalid_union') {
    return refuse('cardChanges', 200861, `cards of schema V2 no longer support this capability; ErrPath: ${at}`);
  }
  return refuse('cardChanges', 200621, `parse card json err; ErrPath: ${at}; ${issue?.message}`);
}

/** Components and text elements: whatever has a tag counts. */
function count(part: unknown): number {
  if (typeof part !== 'object' || part === null) return 0;
  return Object.values(part).reduce((sum: number, child) => sum + count(child), 'tag' in part ? 1 : 0);
}

function countCharts(part: unknown): number {
  if (typeof part !== 'object' || part === null) return 0;
  return Object.values(part).reduce(
    (sum: number, child) => sum + countCharts(child),
    'tag' in part && part.tag === 'chart' ? 1 : 0,
  );
}

function checkId({ element_id: id }: CardElement | CardColumn, seen: Seen): void {
  if (id === undefined) return;
  if (!/^[A-Za-z]\w{0,19}$/.test(id)) refuse('card', 200621, `element_id ${id} is malformed`);
  if (seen.ids.has(id)) refuse('card', 300301, 'Duplicate element_id in card component');
  seen.ids.add(id);
}

function checkMentions(content: string, seen: Seen): void {
  for (const [, id = ''] of content.matchAll(/<at id=["']?([^"'>\s]*)["']?>/g)) {
    if (id !== 'all' && !seen.known.user(id))
      refuse('create', 100290, 'There is an invalid user resource(at/person) in your card');
  }
}

function checkControl(element: CardElement & { name?: string | undefined }, where: Where, seen: Seen): void {
  const required = 'required' in element && element.required === true;
  if (!where.inForm) {
    if (required) refuse('input', 200621, '`required` outside a form');
    return;
  }
  const { name } = element;
  if (!name) refuse('form', 200530, `the name of ${element.tag} in a form is empty`);
  if (seen.names.has(name)) refuse('form', 200530, `the name ${name} is not unique`);
  seen.names.add(name);
}

function checkOptions(options: readonly { value: string }[], chosen: readonly string[], page: Page): void {
  const values = options.map((option) => option.value);
  if (new Set(values).size < values.length) refuse(page, 200621, 'option values are not unique');
  const stray = chosen.find((value) => !values.includes(value));
  if (stray !== undefined) refuse(page, 200621, `the initial option ${stray} is none of the options`);
}

function parseAll(elements: readonly unknown[], path: string): CardElement[] {
  return elements.map((element, index) => {
    const parsed = elementSchema.safeParse(element);
    return parsed.success ? parsed.data : refuseShape(parsed.error, `${path} -> [${index}]`);
  });
}

/** Whether there is a button that submits, at any depth. */
function submits(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  if ('form_action_type' in part && part.form_action_type === 'submit') return true;
  return Object.values(part).some(submits);
}

function checkAll(elements: readonly unknown[], where: Where, seen: Seen): void {
  if (where.depth > 5) refuse('columnSet', 200621, 'containers are nested more than five deep');
  for (const element of parseAll(elements, where.path)) checkElement(element, where, seen);
}

function checkElement(element: CardElement, where: Where, seen: Seen): void {
  checkId(element, seen);
  const root = where.depth === 0;
  switch (element.tag) {
    case 'div':
      if (element.text?.tag === 'lark_md') checkMentions(element.text.content, seen);
      return;
    case 'markdown':
      checkMentions(element.content, seen);
      return;
    case 'hr':
    case 'chart':
      return;
    case 'img':
      if (!seen.known.picture(element.img_key))
        refuse('picture', 200570, `card contains invalid image keys; ErrorValue: ${element.img_key}`);
      return;
    case 'column_set':
      for (const column of element.columns) {
        checkId(column, seen);
        checkAll(column.elements, { ...where, depth: where.depth + 1, path: `${where.path} -> column` }, seen);
      }
      return;
    case 'form':
      if (!root) refuse('form', 200621, 'a form may only stand at the root of a card');
      if (!submits(element.elements)) refuse('form', 200621, 'a form needs a button that submits it');
      if (seen.names.has(element.name)) refuse('form', 200530, `the name ${element.name} is not unique`);
      seen.names.add(element.name);
      checkAll(element.elements, { depth: 1, inForm: true, path: `${where.path} -> form` }, seen);
      return;
    case 'table':
      if (!root) refuse('card', 200621, 'a table may only stand at the root of a card');
      return;
    case 'button':
      checkControl(element, where, seen);
      if (where.inForm && !element.form_action_type)
        refuse('button', 200621, 'a button in a form needs form_action_type');
      if (!where.inForm && element.form_action_type) refuse('button', 200621, 'form_action_type outside a form');
      return;
    case 'input': {
      checkControl(element, where, seen);
      const most = element.max_length ?? 1000;
      if ((element.default_value ?? '').length > most)
        refuse('input', 200621, 'default_value is longer than max_length');
      return;
    }
    case 'select_static':
      checkControl(element, where, seen);
      checkOptions(element.options, element.initial_option ? [element.initial_option] : [], 'select');
      return;
    case 'multi_select_static':
      if (!where.inForm) refuse('multiSelect', 200621, 'multi_select_static may only stand in a form');
      checkControl(element, where, seen);
      checkOptions(element.options, element.selected_values ?? [], 'multiSelect');
      return;
    case 'date_picker':
      checkControl(element, where, seen);
      return;
    default:
      element satisfies never;
  }
}

/** The card if Feishu takes it; otherwise throws the refusal. `bytes` is the weight of the request that carries it. */
export function checkCard(card: unknown, bytes: number, known: Known): Card {
  if (bytes > requestBytes) throw new Refusal('create', 230025, 'The length of the message content reaches its limit.');
  const parsed = cardSchema.safeParse(card);
  if (!parsed.success) return refuseShape(parsed.error, 'ROOT');
  if (parsed.data.config?.update_multi !== true) refuse('patch', 300302, 'update_multi property is false');
  // The page only advises it: more of them may not be drawn.
  if (countCharts(parsed.data) > 5) refuse('chart', 200621, 'more than five charts');
  if (count(parsed.data) > 200) refuse('card', 11310, 'element exceeds the limit');
  checkAll(
    parsed.data.body.elements,
    { depth: 0, inForm: false, path: 'ROOT -> body' },
    { ids: new Set(), names: new Set(), known },
  );
  return parsed.data;
}

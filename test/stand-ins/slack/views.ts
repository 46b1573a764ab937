import type { StandInInput } from './block-schemas.ts';
import { checkView } from './check.ts';
import type { InputElement } from './element-schemas.ts';
import { showFile } from './files.ts';
import { nextTs, type OpenView, type Typed, type World } from './world.ts';

/** The inputs of a view. */
export function inputsOf(view: OpenView): StandInInput[] {
  return view.body.blocks.filter((block) => block.type === 'input');
}

/** Key of an input's state: Slack keeps what was typed as long as block and action keep their ids. */
export function stateKey(input: StandInInput): string {
  return `${input.block_id ?? ''}/${input.element.action_id}`;
}

/** Puts other content into an open view. https://docs.slack.dev/surfaces/modals#updating_views (2026-11-23) */
export function replaceView(world: World, view: OpenView, body: unknown): void {
  view.body = checkView(body);
  view.hash = nextTs(world);
  const kept = new Set(inputsOf(view).map(stateKey));
  for (const key of view.typed.keys()) if (!kept.has(key)) view.typed.delete(key);
}

/** The `state.values` of a view as Slack sends it: what was typed, else what stood there at first. */
export function stateOf(world: World, view: OpenView): Record<string, Record<string, unknown>> {
  const values: Record<string, Record<string, unknown>> = {};
  for (const input of inputsOf(view)) {
    const key = stateKey(input);
    const typed = view.typed.has(key) ? view.typed.get(key) : initialOf(input.element);
    values[input.block_id ?? ''] = { [input.element.action_id]: stateOfInput(world, input.element, typed) };
  }
  return values;
}

/** The answer an input starts with, in the shapes tests use: text, number or date as a string, values of options. */
function initialOf(element: InputElement): Typed {
  switch (element.type) {
    case 'multi_static_select':
      return element.initial_options?.map((option) => option.value);
    case 'static_select':
    case 'radio_buttons':
      return element.initial_option?.value;
    case 'datepicker':
      return element.initial_date;
    case 'plain_text_input':
    case 'number_input':
      return element.initial_value;
    case 'file_input':
      return undefined;
    default:
      return element satisfies never;
  }
}

/** https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload (2026-11-23) */
function stateOfInput(world: World, element: InputElement, answer: Typed): Record<string, unknown> {
  const { type } = element;
  switch (type) {
    case 'multi_static_select':
      return { type, selected_options: optionsOf(element).filter((each) => [answer].flat().includes(each.value)) };
    case 'static_select':
    case 'radio_buttons':
      return { type, selected_option: optionsOf(element).find((each) => each.value === answer) ?? null };
    case 'datepicker':
      return { type, selected_date: answer ?? null };
    case 'plain_text_input':
    case 'number_input':
      return { type, value: answer || null };
    case 'file_input':
      return { type, files: [answer ?? []].flat().map((id) => showFile(world, id)) };
    default:
      return element satisfies never;
  }
}

/** Everything an input offers to choose from. */
export function optionsOf(element: InputElement) {
  const plain = 'options' in element ? (element.options ?? []) : [];
  const grouped = 'option_groups' in element ? (element.option_groups ?? []) : [];
  return [...plain, ...grouped.flatMap((group) => group.options)];
}

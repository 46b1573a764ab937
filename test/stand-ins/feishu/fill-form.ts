import { z } from 'zod';
import { type CardElement, elementSchema } from './card-schema.ts';

type Control = CardElement & { readonly tag: 'input' | 'select_static' | 'multi_select_static' | 'date_picker' };
export type Filled = Readonly<Record<string, string | number | readonly string[]>>;

const controlTags = ['input', 'select_static', 'multi_select_static', 'date_picker'];
const isControl = (element: CardElement): element is Control => controlTags.includes(element.tag);

/** Every component inside, at any depth, in reading order. */
export function componentsOf(elements: readonly unknown[]): CardElement[] {
  return elements.flatMap((raw) => {
    const element = elementSchema.parse(raw);
    const inside =
      element.tag === 'column_set'
        ? element.columns.flatMap((column) => column.elements)
        : 'elements' in element
          ? element.elements
          : [];
    return [element, ...componentsOf(inside)];
  });
}

/** The field a control belongs to: what follows its kind and part. `l2_seen` is the second input of `seen`. */
const fieldOf = (name: string): string => name.replace(/^[a-z]\d_/, '');

function initial(control: Control): string | readonly string[] | undefined {
  switch (control.tag) {
    case 'input':
      return control.default_value;
    case 'select_static':
      return control.initial_option;
    case 'multi_select_static':
      return control.selected_values;
    case 'date_picker':
      return control.initial_date;
    default:
      return control satisfies never;
  }
}

/** What a person gets into a control; throws where the client would not let them. */
function enter(control: Control, value: string | readonly string[]): unknown {
  switch (control.tag) {
    case 'input': {
      const words = z.string().parse(value);
      if (words.length > (control.max_length ?? 1000))
        throw new Error(`${control.name} takes no ${words.length} characters`);
      return words;
    }
    case 'select_static':
    case 'multi_select_static': {
      const chosen = [value].flat();
      const stray = chosen.find((one) => !control.options.some((option) => option.value === one));
      if (stray !== undefined) throw new Error(`${control.name} has no option ${stray}`);
      return control.tag === 'select_static' ? chosen[0] : chosen;
    }
    case 'date_picker':
      return `${z.iso.date().parse(value)} +0800`;
    default:
      return control satisfies never;
  }
}

/** A long text runs on from one input of its field into the next, as somebody would paste it. */
function spread(values: Filled, controls: readonly Control[]): Map<string, string | readonly string[]> {
  const given = new Map<string, string | readonly string[]>();
  for (const [field, value] of Object.entries(values)) {
    const inputs = controls.filter(({ name = '' }) => name === field || fieldOf(name) === field);
    if (inputs.length === 0) throw new Error(`the form has no field ${field}`);
    let rest = typeof value === 'object' ? '' : String(value);
    for (const input of inputs) {
      const most = input.tag === 'input' ? (input.max_length ?? 1000) : rest.length;
      given.set(input.name ?? '', typeof value === 'object' ? value : rest.slice(0, most));
      rest = rest.slice(most);
    }
    if (rest !== '') throw new Error(`${field} takes no more than its inputs`);
  }
  return given;
}

/** The values a form is submitted with: what is given, over what was filled in already. Missing ones stop it, as in the client. */
export function fillForm(elements: readonly unknown[], values: Filled): Record<string, unknown> {
  const controls = componentsOf(elements).filter(isControl);
  const given = spread(values, controls);
  const entered = controls.map((control) => {
    const name = control.name ?? '';
    const value = given.get(name) ?? initial(control);
    const empty = value === undefined || value.length === 0;
    if (empty && control.required) throw new Error(`${name} is required and empty`);
    if (empty) return [name, control.tag === 'input' ? '' : undefined] as const;
    return [name, enter(control, value)] as const;
  });
  return Object.fromEntries(entered.filter(([, value]) => value !== undefined));
}

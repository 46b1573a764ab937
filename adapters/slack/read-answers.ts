import type { Answers } from '../../src/chat/form.ts';
import { fieldNameOf } from './render-field.ts';
import type { InputStates } from './schema.ts';

/** The answers of a submitted view, by field name and in the shapes of src/chat/form.ts; what was left empty is absent. */
export function readAnswers(values: InputStates): Answers {
  const answers = Object.entries(values).flatMap(([blockId, inputs]) =>
    Object.values(inputs).map((state) => [fieldNameOf(blockId), readAnswer(state)] as const),
  );
  return Object.fromEntries(answers.filter(([, answer]) => answer !== undefined));
}

function readAnswer(state: InputStates[string][string]): unknown {
  switch (state.type) {
    case 'multi_static_select': {
      const chosen = state.selected_options?.map((option) => option.value) ?? [];
      return chosen.length > 0 ? chosen : undefined;
    }
    case 'static_select':
    case 'radio_buttons':
      return state.selected_option?.value;
    case 'datepicker':
      return state.selected_date ?? undefined;
    case 'number_input':
      return readNumber(state.value);
    default:
      return state.value || undefined;
  }
}

/** What is no number is handed on as it came, to be refused where the field's rule is known. */
function readNumber(value: string | null | undefined): number | string | undefined {
  if (!value) return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : value;
}

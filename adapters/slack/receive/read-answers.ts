import type { FileRef } from '../../../src/chat/file-ref.ts';
import type { Answers } from '../../../src/chat/form.ts';
import type { KeptForm } from '../render/form-memo.ts';
import { asAnswer } from '../render/keep-files.ts';
import { fieldNameOf } from '../render/render-field.ts';
import type { InputStates } from '../schema.ts';

/** What reading needs besides the input. */
export interface FormReadResult {
  readonly workspace: string;
  /** Files that the form was given before. */
  readonly kept?: KeptForm | undefined;
}

/** The answers of a submitted view, by field name and in the shapes of src/chat/form.ts; empty ones are absent. */
export function readAnswers(values: InputStates, { workspace, kept = {} }: FormReadResult): Answers {
  const answers = Object.entries(values).flatMap(([blockId, inputs]) =>
    Object.values(inputs).map((state) => {
      const name = fieldNameOf(blockId);
      if (state.type !== 'file_input') return [name, readAnswer(state)] as const;
      const given = [...asAnswer(kept[name], workspace), ...readFiles(state, workspace)];
      return [name, given.length > 0 ? given : undefined] as const;
    }),
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

/** https://docs.slack.dev/reference/block-kit/block-elements/file-input-element (2026-11-24) */
function readFiles({ files }: InputStates[string][string], workspace: string): FileRef[] {
  return (files ?? []).map(({ id, name }) => ({ platform: 'slack', workspace, ref: id, name: name ?? '' }));
}

/** A value that is not a number is passed on as it is, to be rejected by the field's rule. */
function readNumber(value: string | null | undefined): number | string | undefined {
  if (!value) return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : value;
}

import type { ButtonValue } from './card.ts';
import type { FileRef } from './file-ref.ts';
import type { Text } from './text.ts';

/** The most fields one form may have; longer forms are split into steps. */
export const MAX_FIELDS = 10;
/** The most characters of a text field; also Feishu's most for one input. */
export const TEXT_LIMIT = 1000;
/** The most characters of a long text; Slack's most for one input. On a platform with a shorter input it is split. */
export const LONG_TEXT_LIMIT = 3000;

interface FieldBase {
  /** Key of the answer: letters and digits only, at most 20. */
  readonly name: string;
  readonly label: string;
  readonly required: boolean;
  /** One short line under or in the field. */
  readonly hint?: string;
}

/** An option to choose. `group` gathers options under a heading where the platform can. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly group?: string;
}

/** A question of a form. The shape of the answer is given with each kind. */
export type Field =
  /** Answer: string of at most `TEXT_LIMIT`. */
  | (FieldBase & { readonly kind: 'text'; readonly initial?: string; readonly max?: number })
  /** Answer: string of at most `LONG_TEXT_LIMIT`. */
  | (FieldBase & { readonly kind: 'longText'; readonly initial?: string; readonly max?: number })
  /** Answer: an option's value; with `many`, an array of them. */
  | (FieldBase & {
      readonly kind: 'choice';
      readonly options: readonly Option[];
      readonly many?: boolean;
      readonly initial?: readonly string[];
    })
  /** Answer: a person's id in our system (an option's value), or an array of them. The options are the eligible people. */
  | (FieldBase & {
      readonly kind: 'person';
      readonly options: readonly Option[];
      readonly many?: boolean;
      readonly initial?: readonly string[];
    })
  /** Answer: a calendar day, `YYYY-MM-DD`, without a zone. */
  | (FieldBase & { readonly kind: 'date'; readonly initial?: string })
  /** Answer: a number. */
  | (FieldBase & { readonly kind: 'number'; readonly initial?: number; readonly min?: number; readonly max?: number })
  /** Answer: an array of `FileRef`. An adapter that cannot ask for files inside the form takes them as replies to the form's message. */
  | (FieldBase & {
      readonly kind: 'file';
      /** The most files, and the maximum size of each in megabytes. */
      readonly most: number;
      readonly megabytes: number;
      /** Files that were given earlier, and are kept. */
      readonly initial?: readonly FileRef[];
    });

/** A form as data. `id` is `noun.verb`; `context` comes back with the answers, and is only a hint, like a button's value. */
export interface Form {
  readonly id: string;
  readonly title: string;
  readonly submit: string;
  readonly cancel: string;
  readonly intro?: Text;
  readonly fields: readonly Field[];
  readonly context: ButtonValue;
}

/** Answers by field name. They came from a platform: nothing in them is trusted until it is parsed. */
export type Answers = Readonly<Record<string, unknown>>;

import type { NamePair } from '../../calendar/reason.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import type { Organisation } from '../../org/organisation.ts';

/** A value that a facet may have. */
export interface FilterValue {
  readonly id: string;
  readonly name: NamePair;
  /** What people call it besides its name. */
  readonly aliases?: readonly string[];
}

/** A facet by which the lists of a type can be narrowed, declared by the type. */
export interface Filter {
  /** The facet's name among those of the record. */
  readonly facet: string;
  /** What a list calls it. */
  readonly label: MessageKey;
  /** The words that people say for it, in any language. */
  readonly words: readonly string[];
  values(org: Organisation): readonly FilterValue[];
}

import type { NamePair } from '../../calendar/reason.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import type { Organisation } from '../../org/organisation.ts';

/** A possible value of a facet. */
export interface FilterValue {
  readonly id: string;
  readonly name: NamePair;
  /** What people call it, in addition to its name. */
  readonly aliases?: readonly string[];
}

/** A facet that narrows lists of a type, declared by the type. */
export interface Filter {
  /** The facet's name in the record. */
  readonly facet: string;
  /** Its label in lists. */
  readonly label: MessageKey;
  /** The words people use for it, in any language. */
  readonly words: readonly string[];
  values(org: Organisation): readonly FilterValue[];
}

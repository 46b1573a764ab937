import { locales } from '../i18n/locale.ts';
import type { MessageKey } from '../i18n/translate.ts';
import type { NamePair, Organisation } from '../org/organisation.ts';
import type { RecordType } from './declaration/record-type.ts';
import { label } from './say.ts';

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

/** All filters of a type: those it declares, and those that every record has. */
export function filtersOf(type: RecordType<unknown>): readonly Filter[] {
  return [...(type.filters ?? []), department, stateOf(type)];
}

/** Values whose names are in the catalogues at `prefix.id`. */
export function catalogueValues(ids: readonly string[], prefix: string): readonly FilterValue[] {
  const [zh, en] = locales;
  return ids.map((id) => ({ id, name: { zh: label(`${prefix}.${id}`, zh), en: label(`${prefix}.${id}`, en) } }));
}

const department: Filter = {
  facet: 'department',
  label: 'card.department',
  words: ['department', 'dept', '部门', '责任部门'],
  values: (org) => org.departments,
};

const stateOf = ({ type, states }: RecordType<unknown>): Filter => ({
  facet: 'state',
  label: 'card.state',
  words: ['state', 'status', '状态'],
  values: () => catalogueValues(Object.keys(states), `${type}.state`),
});

import { locales } from '../../i18n/locale.ts';
import { label } from '../say.ts';
import type { Filter, FilterValue } from './filter.ts';
import type { RecordType } from './record-type.ts';

/** All filters of a type: the ones it declares, and those every record has. */
export function filtersOf(type: RecordType<unknown>): readonly Filter[] {
  return [...(type.filters ?? []), department, stateOf(type)];
}

/** Values with catalogue names at `prefix.id`. */
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

import type { ActorContext } from '../../records/declaration/record-context.ts';
import { type Amendable, type Amendment, amendable } from './dispute-data.ts';
import type { FindingData, Kind } from './finding-data.ts';

/** A change to an issued finding; fields left out stay as they are. */
export interface AmendedField {
  readonly title?: string | undefined;
  readonly kind?: Kind | undefined;
  readonly department?: string | undefined;
  readonly what?: string | undefined;
  readonly criterion?: string | undefined;
  readonly source?: FindingData['source'];
  readonly element?: string | undefined;
  readonly project?: string | undefined;
}

/** The current value of a finding's field. */
function saidIn(data: FindingData, field: Amendable): string | undefined {
  switch (field) {
    case 'department':
      return data.departmentId;
    case 'project':
      return data.projectId;
    case 'title':
    case 'kind':
    case 'what':
    case 'criterion':
    case 'source':
    case 'element':
      return data[field];
    default:
      return field satisfies never;
  }
}

/** The fields that a change would make different. */
export function changedFields(data: FindingData, change: AmendedField): Amendable[] {
  return amendable.filter((field) => change[field] !== undefined && change[field] !== saidIn(data, field));
}

/**
 * The finding as amended, with old and new text on record. A new department becomes the addressee: it is recorded in the transfers, has no handler
 * yet, and is asked to confirm; the deadline does not change here.
 */
export function amended(
  data: FindingData,
  change: AmendedField,
  reason: string,
  { actorId, now }: ActorContext,
): FindingData {
  const by = actorId ?? '';
  const at = now.toISOString();
  const fields = changedFields(data, change);
  if (fields.length === 0) return data;
  const changes: Amendment['changes'] = fields.map((field) => {
    const before = saidIn(data, field);
    const after = change[field];
    return { field, ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
  });
  const { department, project, ...texts } = change;
  const words = Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined));
  const next: FindingData = {
    ...data,
    ...words,
    ...(project !== undefined && { projectId: project }),
    amendments: [...data.amendments, { by, at, reason, changes }],
  };
  if (department === undefined || !fields.includes('department')) return next;
  const { handlerId: _former, ...rest } = next;
  const from = data.departmentId;
  const transfer = {
    by,
    at,
    kind: 'department',
    to: department,
    reason: reason.slice(0, 1000),
    ...(from && { from }),
  } as const;
  return {
    ...rest,
    departmentId: department,
    coWriterIds: [],
    confirmation: { state: 'awaited' },
    transfers: [...data.transfers, transfer],
  };
}

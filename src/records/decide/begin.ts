import type { Refusal } from '../declaration/ask.ts';
import type { RecordType } from '../declaration/record-type.ts';
import type { CreateRequest } from '../requests.ts';
import { commonSchema, emptyCommon } from '../shape/common.ts';
import { waiting } from '../shape/effect.ts';
import { nextEntry } from '../shape/history.ts';
import type { RecordOf } from '../shape/record.ts';
import { consequencesOf } from './consequences.ts';
import type { DecisionContext } from './decision.ts';
import { addedEvidence } from './evidence.ts';
import { enter, placed } from './settle.ts';

/** A new record whose answers are valid; only its id and number are missing. */
export type Beginning<Data> =
  | {
      readonly ok: true;
      /** Its idempotency key: its own, or that of a singleton record (`RecordType.onlyOrigin`). */
      readonly origin: string;
      at(identity: { id: string; number: string }): RecordOf<Data>;
    }
  | { readonly ok: false; readonly errors: Readonly<Record<string, Refusal>> };

/** Decides a creation: pure. The first entry of the history carries all of the data. */
export function begin<Data>(
  type: RecordType<Data>,
  request: Omit<CreateRequest, 'type'>,
  setting: DecisionContext,
): Beginning<Data> {
  const parsed = type.creation.bind(request.answers);
  if (!parsed.ok) return parsed;
  const { now } = setting;
  const { actor, origin: interaction } = request;
  const actorId = actor.kind === 'person' ? actor.id : null;
  const who = { ...setting, actorId };
  const data = type.data.parse(parsed.initial(who));
  const given = { ...emptyCommon, ...parsed.initialCommon(who) };
  const evidence = addedEvidence(request.evidence ?? [], given.evidence, actorId ?? '', now);
  const common = commonSchema.parse({ ...given, evidence });
  const origin = type.onlyOrigin?.(data, setting.org) ?? interaction;
  return {
    ok: true,
    origin,
    at({ id, number }) {
      const bare: RecordOf<Data> = {
        id,
        number,
        type: type.type,
        origin,
        state: type.startsIn?.(data) ?? type.initialState,
        open: true,
        round: 0,
        version: 1,
        revision: 0,
        schemaVersion: type.schemaVersion,
        ownerIds: [],
        ownedByChain: null,
        departmentId: null,
        parentNumber: request.parentNumber ?? null,
        facets: {},
        wants: null,
        due: null,
        clocks: [],
        duties: [],
        dutyOwnerIds: [],
        restricted: false,
        readerIds: [],
        undo: null,
        createdAt: now,
        createdBy: actorId,
        updatedAt: now,
        cards: [],
        effects: [],
        history: [],
        common,
        data,
      };
      const born = placed(type, enter(type, bare, bare, { resumes: false, keepsDue: false }, setting), setting);
      const entry = nextEntry(
        undefined,
        {
          at: now.toISOString(),
          actor,
          interaction,
          move: 'create',
          from: null,
          to: born.state,
          round: 0,
          due: born.due?.at.toISOString() ?? null,
          before: undefined,
          after: { data, common },
        },
        type.data,
        () => setting.salt(),
      );
      const record = { ...born, history: [entry] };
      const followUps = [...parsed.followUps(record, setting), ...(type.followUps?.(null, record, setting) ?? [])];
      const decision = { type, before: null, after: record, news: [], followUps, actorId };
      const effects = consequencesOf(decision, setting.org, setting.routes).map((intent) => waiting(intent, now));
      return { ...record, effects };
    },
  };
}

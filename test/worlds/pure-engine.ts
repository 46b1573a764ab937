import type { Organisation } from '../../src/org/organisation.ts';
import { finding } from '../../src/quality/finding/finding.ts';
import { type FindingData, findingData } from '../../src/quality/finding/finding-data.ts';
import { begin } from '../../src/records/decide/begin.ts';
import type { DecisionContext, DecisionResult } from '../../src/records/decide/decision.ts';
import { perform } from '../../src/records/decide/perform.ts';
import type { RecordType } from '../../src/records/declaration/record-type.ts';
import type { Actor } from '../../src/records/shape/actor.ts';
import type { RecordOf } from '../../src/records/shape/record.ts';
import { MONDAY, testOrganisation } from '../support/organisation.ts';

export type Finding = RecordOf<FindingData>;

/** The actor in tests: a person's id, `system`, or `customer` through a link. */
export type Who = string;

/** Ways in which a request may differ from the default. */
export interface Odd {
  readonly interaction?: string;
  readonly round?: number | null;
}

export function actorOf(who: Who): Actor {
  if (who === 'system') return { kind: 'system', name: 'outbox' };
  if (who === 'customer') return { kind: 'customer', contactId: 'qian-ming', link: 'link-1' };
  return { kind: 'person', id: who, via: 'console' };
}

/** The record engine without a database: decisions alone, at a time that the test moves. */
export interface PureEngine {
  readonly org: Organisation;
  /** A decision's context now. */
  setting(): DecisionContext;
  at(instant: string): void;
  /** A record of a type, created from valid answers. */
  create<Data>(type: RecordType<Data>, by: Who, answers: unknown, number: string): RecordOf<Data>;
  /** A person reports a finding. */
  report(by?: Who, said?: Readonly<Record<string, unknown>>, number?: string): Finding;
  /** The engine's verdict on a request. */
  ask<Data>(
    type: RecordType<Data>,
    record: RecordOf<Data>,
    by: Who,
    move: string,
    answers?: unknown,
    odd?: Odd,
  ): DecisionResult<Data>;
  /** The finding after a move that must succeed. */
  make(record: Finding, by: Who, move: string, answers?: unknown, odd?: Odd): Finding;
}

/** Opens a desk in an organisation; `routes` are the workspaces that messages can be sent to. */
export function openPureEngine(
  org: Organisation = testOrganisation(),
  start: Date = MONDAY,
  routes: readonly string[] = ['console:local'],
): PureEngine {
  let now = start;
  let count = 0;
  let grains = 0;
  const others = new Map<string, RecordOf<unknown>>();
  const setting = (): DecisionContext => ({
    org,
    now,
    others,
    routes: new Set(routes),
    salt: () => `grain-${++grains}`,
  });
  const desk: PureEngine = {
    org,
    setting,
    at(instant) {
      now = new Date(instant);
    },
    create(type, by, answers, number) {
      count += 1;
      const beginning = begin(type, { answers, actor: actorOf(by), origin: `created-${count}` }, setting());
      if (!beginning.ok) throw new Error(`not created: ${JSON.stringify(beginning.errors)}`);
      const record = beginning.at({ id: `record-${count}`, number });
      others.set(number, record);
      return record;
    },
    report: (by = 'emily', said = {}, number = `FD-2026-${String(count + 1).padStart(4, '0')}`) =>
      desk.create(finding, by, { what: '值班日志缺少两天的巡检记录', where: '机房 B', ...said }, number),
    ask(type, record, by, move, answers = {}, { interaction, round = null } = {}) {
      count += 1;
      const request = { move, answers, actor: actorOf(by), interaction: interaction ?? `press-${count}`, round };
      return perform(type, record, request, setting());
    },
    make(record, by, move, answers = {}, odd = {}) {
      const verdict = desk.ask(finding, record, by, move, answers, odd);
      if (verdict.verdict !== 'done') throw new Error(`${by} ${move}: ${JSON.stringify(verdict)}`);
      findingData.parse(verdict.record.data);
      others.set(record.number, verdict.record);
      return verdict.record;
    },
  };
  return desk;
}

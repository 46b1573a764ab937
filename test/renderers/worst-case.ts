import { type FindingData, findingData } from '../../src/quality/finding/finding-data.ts';
import type { RecordOf } from '../../src/records/shape/record.ts';
import { findingIn, type StateName } from '../quality/finding/finding-in.ts';
import { testOrganisation } from '../support/organisation.ts';
import { openPureEngine } from '../worlds/pure-engine.ts';
import { seated } from './seats.ts';

/** A text of so many UTF-16 code units, to the last one: every script that takes room, and what must be escaped. */
export function textOf(length: number, piece: string): string {
  return piece
    .repeat(Math.ceil(length / piece.length))
    .slice(0, length)
    .toWellFormed();
}

/** What fills the texts: Chinese, emoji of several code points, and signs that each take an entity in Feishu's markup. */
export const fillings: readonly (readonly [name: string, piece: string])[] = [
  ['Chinese', '机房门禁记录缺失，'],
  ['emoji', '👩‍👩‍👧🚨'],
  ['signs', '*_<>&~'],
  ['line breaks', '缺\n'],
  ['words', 'missing "records" '],
];

const base = testOrganisation();
const crowd = Array.from({ length: 300 }, (_, index) => ({
  id: `colleague-${index}`,
  name: { zh: `同事甲乙丙丁${index}`, en: `Colleague Number ${index}` },
  department: 'omd',
}));

/** The organisation of tests with 300 more people in the department that must answer. */
export const crowdedOrg = seated(
  testOrganisation({
    people: [...base.data.people.map(({ identities: _identities, ...person }) => person), ...crowd],
  }),
);

/** A finding with every text at its limit, 20 actions, and 20 people who write with the handler. */
export function fullFinding(state: StateName, piece: string): RecordOf<FindingData> {
  const record = findingIn(openPureEngine(), state);
  const long = textOf(3000, piece);
  const middle = textOf(1000, piece);
  const actions = Array.from({ length: 20 }, (_, index) => ({
    id: `A${index + 1}`,
    kind: index % 2 === 0 ? ('corrective' as const) : ('preventive' as const),
    what: middle,
    ownerId: `colleague-${index}`,
    dueDay: '2026-12-04',
  }));
  const capa = {
    ...record.data.capa,
    correction: long,
    containment: long,
    whys: [middle, middle, middle, middle, middle],
    rootCause: middle,
    actions,
    criterion: long,
    reviewDay: '2027-01-08',
  };
  const data = {
    ...record.data,
    what: long,
    where: middle,
    title: textOf(200, piece),
    criterion: middle,
    evidence: long,
    coWriterIds: crowd.slice(0, 20).map(({ id }) => id),
    capa,
    raised: actions.map(({ id, ownerId }) => ({
      number: `${record.number}-${id}`,
      round: record.round,
      done: false,
      ownerIds: [ownerId],
    })),
    pastRounds: [{ capa, outcome: 'returned' as const, reason: long }],
    ...(record.data.verification && { verification: long }),
    ...(record.data.effect && { effect: long }),
    ...(record.data.rejection && { rejection: long }),
  };
  return { ...record, ownerIds: crowd.map(({ id }) => id), data: findingData.parse(data) };
}

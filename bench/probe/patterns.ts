/**
 * Findings as a checkout stores them, made by its own engine, as extended JSON: `patterns.ts ROOT ORG_FILE STAND ANSWERING`, the last as JSON.
 * One for each person who answers.
 */

import { EJSON } from 'bson';
import type * as SeedOrganisationModule from '../../src/app/seed-organisation.ts';
import type * as OrganisationModule from '../../src/org/organisation.ts';
import type * as QualityModule from '../../src/quality/index.ts';
import type * as RegistryModule from '../../src/records/registry.ts';
import type * as FilingModule from '../../src/records/search/filing.ts';
import type * as AnswersModule from '../../test/quality/finding/answers.ts';
import type * as DeskModule from '../../test/worlds/pure-engine.ts';
import type { Finding } from '../../test/worlds/pure-engine.ts';
import type { Answering } from '../ground/organisation.ts';
import { load, probeArguments, tell } from './modules.ts';

const { readOrgFile } = await load<typeof SeedOrganisationModule>('src/app/seed-organisation.ts');
const { createOrganisation } = await load<typeof OrganisationModule>('src/org/organisation.ts');
const { recordTypes } = await load<typeof QualityModule>('src/quality/index.ts');
const { createRegistry } = await load<typeof RegistryModule>('src/records/registry.ts');
const { filingOf } = await load<typeof FilingModule>('src/records/search/filing.ts');
const { answers } = await load<typeof AnswersModule>('test/quality/finding/answers.ts');
// An earlier version calls its opener `openDesk`.
type Openers = typeof DeskModule & { readonly openDesk?: typeof DeskModule.openPureEngine };
const { openPureEngine, openDesk = openPureEngine } = await load<Openers>(
  'test/worlds/pure-engine.ts',
  'test/support/desk.ts',
);

const [orgFile = '', stand = '', answering = '[]'] = probeArguments;
const org = createOrganisation(await readOrgFile(orgFile, 'en'));
const registry = createRegistry(recordTypes);
const QUALITY = 'chen-jing';

/** A word only the open findings contain, so that a search can match them alone. */
const said = stand === 'closed' ? { what: '机房空调滤网未按期更换' } : { what: '蓄电池巡检记录缺失两天' };

function make({ department, head, owner }: Answering): Finding {
  const desk = openDesk(org, new Date('2026-11-23T01:00:00Z'));
  const reported = desk.report(owner, said);
  if (stand === 'reported') return reported;
  let record = desk.make(reported, QUALITY, 'issue', { ...answers.issue, title: said.what, department });
  record = desk.make(record, head, 'saveCorrection', answers.saveCorrection);
  record = desk.make(record, head, 'saveCause', answers.saveCause);
  record = desk.make(record, head, 'addAction', { ...answers.addAction, owner });
  record = desk.make(record, head, 'saveEffect', answers.saveEffect);
  if (stand === 'issued') return record;
  record = desk.make(record, head, 'submitCapa');
  return stand === 'submitted' ? record : desk.make(record, QUALITY, 'withdraw', answers.withdraw);
}

function documentOf(record: Finding) {
  const type = registry.get(record.type);
  const { id, ...fields } = record;
  return {
    _id: id,
    ...fields,
    title: type.title(record.data),
    dueAt: record.due?.at ?? null,
    dutyAt: record.duties[0]?.dueAt ?? null,
    ...filingOf(type, record),
    renewAt: null,
    pending: 0,
    nextAt: record.createdAt,
    effects: [],
  };
}

tell(
  EJSON.stringify(
    (JSON.parse(answering) as Answering[]).map((one) => documentOf(make(one))),
    { relaxed: false },
  ),
);

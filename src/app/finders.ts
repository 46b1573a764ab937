import type { Connection } from 'mongoose';
import type { Tools } from '../../commands/context.ts';
import type { Registry } from '../records/registry.ts';
import { createRecordExport } from '../records/search/export-repository.ts';
import { createRecordSearch } from '../records/search/search-repository.ts';
import { createSimilarRecords } from '../records/search/similar-repository.ts';
import { createDeskLists } from '../records/store/desk-repository.ts';
import { createDraftEvidenceStore } from '../records/store/draft-evidence-repository.ts';
import { createFacts } from '../records/store/facts-repository.ts';
import { createRecordLists } from '../records/store/record-list-repository.ts';
import { createWork } from '../records/store/work-repository.ts';

/** Everything that finds records for a person, and what they have referred to. */
export function createFinders(
  connection: Connection,
  registry: Registry,
): Pick<Tools, 'lists' | 'search' | 'exports' | 'similar' | 'desk' | 'materials' | 'facts' | 'work'> {
  return {
    lists: createRecordLists(connection),
    search: createRecordSearch(connection),
    exports: createRecordExport(connection),
    similar: createSimilarRecords(connection),
    desk: createDeskLists(connection),
    materials: createDraftEvidenceStore(connection),
    facts: createFacts(connection, registry),
    work: createWork(connection),
  };
}

import type { Connection } from 'mongoose';
import type { Tools } from '../../commands/context.ts';
import { createDeskLists } from '../records/desk-repository.ts';
import { createRecordLists } from '../records/record-list-repository.ts';
import { createRecordSearch } from '../records/search/search-repository.ts';
import { createSimilarRecords } from '../records/search/similar-repository.ts';

/** All that finds records for somebody. */
export function createFinders(connection: Connection): Pick<Tools, 'lists' | 'search' | 'similar' | 'desk'> {
  return {
    lists: createRecordLists(connection),
    search: createRecordSearch(connection),
    similar: createSimilarRecords(connection),
    desk: createDeskLists(connection),
  };
}

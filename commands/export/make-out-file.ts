import { z } from 'zod';
import type { OutFile } from '../../src/chat/out-file.ts';
import { evidenceContent, evidenceFile } from '../../src/files/evidence-file.ts';
import type { FileStore } from '../../src/files/file-store.ts';
import type { Locale } from '../../src/i18n/locale.ts';
import type { Organisation, Person } from '../../src/org/organisation.ts';
import type { Records } from '../../src/records/records.ts';
import type { Registry } from '../../src/records/registry.ts';
import { coverageContent, makeCoverage } from '../call-back/export-coverage.ts';
import type { Tools } from '../context.ts';
import { calendarContent, makeCalendarFile } from '../record/calendar-file.ts';
import { exportContent, makeExport } from './export-list.ts';

/** Any file users can have sent to themselves, told apart by `file`. */
const outFileContent = z.discriminatedUnion('file', [evidenceContent, calendarContent, coverageContent, exportContent]);

interface Reader extends Pick<Tools, 'search' | 'exports' | 'facts'> {
  readonly person: Person;
  readonly org: Organisation;
  readonly now: Date;
  readonly locale: Locale;
  readonly registry: Registry;
  readonly records: Pick<Records, 'load'>;
  readonly files: Pick<FileStore, 'open'>;
}

/**
 * Creates the file of an effect, from what the person may read now; `key` is the effect's. Rejects with the maker's error
 * code if the person may not have it any more.
 */
export function makeOutFile(stored: unknown, key: string, reader: Reader): Promise<OutFile> {
  const content = outFileContent.parse(stored);
  switch (content.file) {
    case 'evidence':
      return evidenceFile(content, key, reader);
    case 'calendar':
      return makeCalendarFile(content, key, reader);
    case 'coverage':
      return makeCoverage(content, key, reader);
    case 'list':
      return makeExport(content, key, reader);
    default:
      return content satisfies never;
  }
}

import type { ConsoleUploads } from '../../adapters/console/uploads.ts';
import type { FileStore } from '../files/file-store.ts';
import type { OrgStore } from '../org/org-store.ts';

/** How long an upload waits for its form to be submitted. */
const WAITS_MS = 24 * 3_600_000;
const MEGABYTE = 1024 * 1024;

/** The console's uploads in the file store; they have no owner until a record fetches them. */
export function createConsoleUploads(files: FileStore, organisation: OrgStore): ConsoleUploads {
  return {
    megabytes: async () => (await organisation.load()).settings.files.megabytes,
    async take(content, name) {
      const { megabytes, kinds } = (await organisation.load()).settings.files;
      const request = { owner: null, name, mostBytes: megabytes * MEGABYTE, kinds, lingersMs: WAITS_MS };
      const stored = await files.put(content, request);
      return stored.stored ? { taken: true, id: stored.id } : { taken: false, reason: stored.reason };
    },
    async open(id) {
      const file = await files.open(id);
      // A file that a record holds is not served to anyone who happens to know its id.
      return file?.owner === null ? file.content : null;
    },
  };
}

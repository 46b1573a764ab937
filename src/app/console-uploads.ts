import type { ConsoleUploads } from '../../adapters/console/uploads.ts';
import type { FileStore } from '../files/file-store.ts';
import type { OrgStore } from '../org/org-store.ts';

/** How long an upload waits for its form to be handed in. */
const WAITS_MS = 24 * 3_600_000;
const MEGABYTE = 1024 * 1024;

/** The console's uploads in the file store, where they are nobody's until a record fetches them. */
export function createConsoleUploads(files: FileStore, organisation: OrgStore): ConsoleUploads {
  return {
    megabytes: async () => (await organisation.load()).settings.files.megabytes,
    async take(content, name) {
      const { megabytes, kinds } = (await organisation.load()).settings.files;
      const wish = { owner: null, name, mostBytes: megabytes * MEGABYTE, kinds, lingersMs: WAITS_MS };
      const stored = await files.put(content, wish);
      return stored.stored ? { taken: true, id: stored.id } : { taken: false, reason: stored.reason };
    },
    async open(id) {
      const file = await files.open(id);
      // What a record holds is not handed out to whoever knows its id.
      return file?.owner === null ? file.content : null;
    },
  };
}

import type { ConsoleUploads } from '../../../adapters/console/uploads.ts';

/** Uploads in memory: what is empty, or is called a program, is turned down. */
export function createMemoryUploads(): ConsoleUploads {
  const files = new Map<string, Uint8Array>();
  return {
    megabytes: async () => 25,
    async take(content, name) {
      const pieces: Uint8Array[] = [];
      for await (const piece of content) pieces.push(piece);
      const bytes = Buffer.concat(pieces);
      if (bytes.length === 0) return { taken: false, reason: 'empty' };
      if (name.endsWith('.exe')) return { taken: false, reason: 'type' };
      const id = `u${files.size + 1}`;
      files.set(id, bytes);
      return { taken: true, id };
    },
    async open(id) {
      const bytes = files.get(id);
      return bytes === undefined
        ? null
        : (async function* () {
            yield bytes;
          })();
    },
  };
}

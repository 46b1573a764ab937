import { Refusal } from './refusal.ts';
import type { World } from './world.ts';

/** The most bytes of a file. */
const MOST_BYTES = 30 * 1024 * 1024;
const TYPES = new Set(['opus', 'mp4', 'pdf', 'doc', 'xls', 'ppt', 'stream']);

/**
 * Takes a file in as a form, to be sent afterwards; answers its key.
 * https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/file/create (2026-11-25)
 */
export function takeUpload(world: World, bytes: Buffer, contentType: string): { readonly file_key: string } {
  const boundary = /boundary=(?:"([^"]+)"|([^;]+))/.exec(contentType);
  if (!boundary) throw new Refusal('file', 234001, 'Invalid request param.');
  const parts = partsOf(bytes.toString('latin1'), boundary[1] ?? boundary[2] ?? '');
  const name = Buffer.from(parts.get('file_name') ?? '', 'latin1').toString();
  const content = Buffer.from(parts.get('file') ?? '', 'latin1');
  if (name === '' || !TYPES.has(parts.get('file_type') ?? ''))
    throw new Refusal('file', 234001, 'Invalid request param.');
  if (content.length === 0) throw new Refusal('file', 234010, "File's size can't be 0.");
  if (content.length > MOST_BYTES) throw new Refusal('file', 234006, 'The file size exceed the max value.');
  const file_key = world.nextId('file_v3');
  world.uploads.set(file_key, { name, content });
  return { file_key };
}

function partsOf(body: string, boundary: string): Map<string, string> {
  return new Map(
    body.split(`--${boundary}`).flatMap((part) => {
      const end = part.indexOf('\r\n\r\n');
      const name = /name="([^"]+)"/.exec(part.slice(0, end))?.[1];
      return end < 0 || name === undefined ? [] : [[name, part.slice(end + 4, -2)] as const];
    }),
  );
}

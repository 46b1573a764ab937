import { type Page, Refusal } from './refusal.ts';
import type { World } from './world.ts';

/** The most bytes of a file, and of a picture. */
const MOST_BYTES = 30 * 1024 * 1024;
const MOST_PICTURE_BYTES = 10 * 1024 * 1024;
const TYPES = new Set(['opus', 'mp4', 'pdf', 'doc', 'xls', 'ppt', 'stream']);

/**
 * Takes a file in as a form, to be sent afterwards; answers its key.
 * https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/file/create (2026-11-25)
 */
export function takeUpload(world: World, bytes: Buffer, contentType: string): { readonly file_key: string } {
  const parts = partsOf('file', bytes, contentType);
  const name = Buffer.from(parts.get('file_name') ?? '', 'latin1').toString();
  const content = Buffer.from(parts.get('file') ?? '', 'latin1');
  if (name === '' || !TYPES.has(parts.get('file_type') ?? ''))
    throw new Refusal('file', 234001, 'Invalid request param.');
  checkSize('file', content, MOST_BYTES);
  const file_key = world.nextId('file_v3');
  world.uploads.set(file_key, { name, content });
  return { file_key };
}

/** What JPEG, PNG, WEBP, GIF, TIFF, BMP and ICO begin with. */
const PICTURES = ['\xff\xd8\xff', '\x89PNG', 'RIFF', 'GIF8', 'II*\0', 'MM\0*', 'BM', '\0\0\x01\0'];

/**
 * Takes a picture in, to be shown in a card; answers its key.
 * https://open.feishu.cn/document/server-docs/im-v1/image/create (2026-11-25)
 */
export function takePicture(world: World, bytes: Buffer, contentType: string): { readonly image_key: string } {
  const parts = partsOf('image', bytes, contentType);
  const content = parts.get('image');
  if (content === undefined || !['message', 'avatar'].includes(parts.get('image_type') ?? ''))
    throw new Refusal('image', 234001, 'Invalid request param.');
  const picture = Buffer.from(content, 'latin1');
  checkSize('image', picture, MOST_PICTURE_BYTES);
  if (!PICTURES.some((beginning) => content.startsWith(beginning)))
    throw new Refusal('image', 234011, "Can't recognize the image format.");
  const image_key = world.nextId('img_v3');
  world.pictures.set(image_key, picture);
  return { image_key };
}

function checkSize(page: Page, { length }: Buffer, most: number): void {
  if (length === 0) throw new Refusal(page, 234010, "File's size can't be 0.");
  if (length > most) throw new Refusal(page, 234006, 'The file size exceed the max value.');
}

/** The parts of a form, as Latin-1: a letter for each byte. */
function partsOf(page: Page, bytes: Buffer, contentType: string): Map<string, string> {
  const found = /boundary=(?:"([^"]+)"|([^;]+))/.exec(contentType);
  if (!found) throw new Refusal(page, 234001, 'Invalid request param.');
  const boundary = found[1] ?? found[2] ?? '';
  return new Map(
    bytes
      .toString('latin1')
      .split(`--${boundary}`)
      .flatMap((part) => {
        const end = part.indexOf('\r\n\r\n');
        const name = /name="([^"]+)"/.exec(part.slice(0, end))?.[1];
        return end < 0 || name === undefined ? [] : [[name, part.slice(end + 4, -2)] as const];
      }),
  );
}

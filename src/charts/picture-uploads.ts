import { createHash } from 'node:crypto';
import type { Picture } from '../chat/card.ts';
import type { Locale } from '../i18n/locale.ts';

/** Uploads a picture to a platform; gives what it is shown by there, or null where there is none to be drawn. */
export type UploadPicture = (picture: Picture, locale: Locale) => Promise<string | null>;

/** What a platform shows pictures by: a file's id, a key. */
export type Uploaded = ReadonlyMap<Picture, string>;

/** A platform's pictures, each uploaded once: not for a card that is redrawn, nor for the next conversation. */
export interface PictureUploads {
  /** Uploads those that are not known. Rejects as the upload does; what failed is tried again the next time. */
  upload(pictures: readonly Picture[], locale: Locale): Promise<Uploaded>;
  /** Those of which it is known, at once. */
  known(pictures: readonly Picture[], locale: Locale): Uploaded;
}

/** So many are remembered, by the hash of what they show. */
const REMEMBERED = 500;

/** Remembers uploads in this process's memory: a new process uploads once more. */
export function rememberPictures(upload: UploadPicture): PictureUploads {
  const underWay = new Map<string, Promise<string | null>>();
  const done = new Map<string, string>();

  function uploadOnce(picture: Picture, locale: Locale): Promise<string | null> {
    const hash = hashOf(picture, locale);
    const known = underWay.get(hash);
    if (known) return known;
    const begun = upload(picture, locale);
    underWay.set(hash, begun);
    const [oldest = ''] = underWay.keys();
    if (underWay.size > REMEMBERED) for (const memory of [underWay, done]) memory.delete(oldest);
    begun.then(
      (id) => id !== null && underWay.has(hash) && done.set(hash, id),
      () => underWay.delete(hash),
    );
    return begun;
  }

  return {
    async upload(pictures, locale) {
      const uploaded = new Map<Picture, string>();
      for (const picture of pictures) {
        const id = await uploadOnce(picture, locale);
        if (id !== null) uploaded.set(picture, id);
      }
      return uploaded;
    },
    known(pictures, locale) {
      const found = pictures.map((picture) => [picture, done.get(hashOf(picture, locale))] as const);
      return new Map(found.flatMap(([picture, id]) => (id === undefined ? [] : [[picture, id] as const])));
    },
  };
}

const hashOf = (picture: Picture, locale: Locale) =>
  createHash('sha256')
    .update(JSON.stringify([locale, picture]))
    .digest('base64');

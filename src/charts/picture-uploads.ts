import { createHash } from 'node:crypto';
import type { Picture } from '../chat/card.ts';
import type { Locale } from '../i18n/locale.ts';

/** Uploads a picture to a platform; returns its reference there, or null if there is nothing to draw. */
export type UploadPicture = (picture: Picture, locale: Locale) => Promise<string | null>;

/** A platform's references to pictures: a file's id, a key. */
export type Uploaded = ReadonlyMap<Picture, string>;

/** A platform's pictures, each uploaded once: not again when a card is redrawn or shown in another conversation. */
export interface PictureUploads {
  /** Uploads those that are not known yet. Rejects as the upload does; a failed one is tried again next time. */
  upload(pictures: readonly Picture[], locale: Locale): Promise<Uploaded>;
  /** Those already known, without waiting. */
  known(pictures: readonly Picture[], locale: Locale): Uploaded;
}

/** How many are remembered, by the hash of their content. */
const REMEMBERED = 500;

/** Remembers uploads in this process's memory: a new process uploads them again. */
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

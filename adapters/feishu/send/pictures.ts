import { drawPicture } from '../../../src/charts/draw-picture.ts';
import type { PictureUploads, Uploaded, UploadPicture } from '../../../src/charts/picture-uploads.ts';
import type { Card, Handwriting } from '../../../src/chat/card.ts';
import type { RefreshOutcome, SendOutcome } from '../../../src/chat/port.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import type { FeishuClient } from '../client.ts';
import { FeishuFailure } from '../failure.ts';
import { uploadedPictureSchema } from '../schema.ts';

/**
 * Uploads a picture and returns the key that cards show it by; rejects if Feishu refuses. A picture in no card is invisible.
 * https://open.feishu.cn/document/server-docs/im-v1/image/create (2026-11-25): 10 MB at most.
 */
export function createPictureUpload(client: FeishuClient): UploadPicture {
  return async (picture, locale) => {
    const image = await drawPicture(picture, locale);
    if (image === null) return null;
    const outcome = await client.call((sdk, options) =>
      sdk.im.v1.image.create({ data: { image_type: 'message', image } }, options),
    );
    if (!outcome.ok) throw new FeishuFailure(outcome.failure);
    return uploadedPictureSchema.parse(outcome.value).image_key;
  };
}

/** The handwriting of cards, which Feishu shows by key. Feishu draws charts itself. Never throws. */
export interface Pictures {
  /** The keys for a card; unavailable ones are missing: a card on time matters more than an illustrated one. */
  of(card: Card, locale: Locale): Promise<Uploaded>;
  /** The keys already known, for a response that cannot wait. */
  atOnce(card: Card, locale: Locale): Uploaded;
  /** Tries with a card's pictures and, if that is rejected with certainly nothing posted, once more without them. */
  withOrWithout<T extends SendOutcome | RefreshOutcome>(
    card: Card,
    locale: Locale,
    attempt: (pictures: Uploaded) => Promise<T>,
  ): Promise<T>;
}

const none: Uploaded = new Map();

export function createPictures(uploads: PictureUploads): Pictures {
  const pictures: Pictures = {
    async of(card, locale) {
      const wanted = handwritingIn(card);
      return uploads.upload(wanted, locale).catch(() => uploads.known(wanted, locale));
    },
    atOnce: (card, locale) => uploads.known(handwritingIn(card), locale),
    async withOrWithout(card, locale, attempt) {
      const uploaded = await pictures.of(card, locale);
      const outcome = await attempt(uploaded);
      const isRefused = outcome.outcome === 'refused' || outcome.outcome === 'gone';
      return isRefused && uploaded.size > 0 ? attempt(none) : outcome;
    },
  };
  return pictures;
}

const handwritingIn = ({ blocks }: Card): Handwriting[] => blocks.filter((block) => block.kind === 'handwriting');

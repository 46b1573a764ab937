import { drawPicture } from '../../../src/charts/draw-picture.ts';
import type { UploadPicture } from '../../../src/charts/picture-uploads.ts';
import type { FeishuClient } from '../client.ts';
import { FeishuFailure } from '../failure.ts';
import { uploadedPictureSchema } from '../schema.ts';

/**
 * Uploads a picture and gives the key by which cards show it; rejects as Feishu refuses. Nobody sees one that is in no card.
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

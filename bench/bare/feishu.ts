/**
 * The Lark SDK alone, behind Node's own server: an encrypted event, decrypted, verified and acknowledged; or, with a card in CARD, which its
 * client sends to the sender first.
 */
import { readFile } from 'node:fs/promises';
import { Client, EventDispatcher } from '@larksuiteoapi/node-sdk';
import { z } from 'zod';
import { feishuKeys } from '../ground/feishu-requests.ts';
import { serve } from './verified-server.ts';

const { FEISHU_DOMAIN, CARD } = z.object({ FEISHU_DOMAIN: z.string(), CARD: z.string().optional() }).parse(process.env);
const { appId, appSecret, encryptKey } = feishuKeys;

const client = new Client({ appId, appSecret, domain: FEISHU_DOMAIN });
const card = CARD === undefined ? null : await readFile(CARD, 'utf8');

const dispatcher = new EventDispatcher({ encryptKey }).register({
  async 'im.message.receive_v1'({ sender }) {
    if (card === null) return {};
    await client.im.v1.message.create({
      params: { receive_id_type: 'open_id' },
      data: { receive_id: sender.sender_id?.open_id ?? '', msg_type: 'interactive', content: card },
    });
    return {};
  },
});
serve('/', async ({ headers }, body) => {
  const data = Object.assign(Object.create({ headers }), JSON.parse(body.toString()));
  const answer: unknown = await dispatcher.invoke(data);
  return { status: 200, answer: JSON.stringify(answer ?? {}) };
});

import { z } from 'zod';
import { say } from '../ground/feishu-requests.ts';
import { measureForms } from './forms.ts';
import type { Path } from './path.ts';

const messageSchema = z.object({ content: z.string() });

/** `/finding new` on Feishu, until its form is sent, compared with the Lark SDK. */
export const feishuForm: Path = {
  name: 'feishu-form',
  about: 'a form is sent on Feishu, beside the Lark SDK',
  inQuick: true,
  measure: (settings) =>
    measureForms(
      {
        path: 'feishu-form',
        seated: 'feishu',
        endpoint: '/feishu/events',
        ask: () => say('huang-tao', '/finding new'),
        method: /im\/v1\/messages$/,
        formIn: (body) => messageSchema.parse(JSON.parse(body)).content,
        bare: 'bench/bare/feishu.ts',
        setting: 'CARD',
        acknowledgement: { of: 'toBare', atLeast: 0.18, floor: 0.12 },
        sameForm: { of: 'toBare', atLeast: 1.2, floor: 0.85 },
      },
      settings,
    ),
};

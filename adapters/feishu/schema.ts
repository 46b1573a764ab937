import { z } from 'zod';

/** The envelope of every Feishu response. */
export const responseSchema = z.object({ code: z.number(), msg: z.string().catch('') });

export const tokenSchema = z.object({ tenant_access_token: z.string().min(1), expire: z.number() });

export const sentSchema = z.object({ data: z.object({ message_id: z.string().min(1), chat_id: z.string().min(1) }) });

/** For an upload, the SDK returns the response's `data` unwrapped. */
export const uploadedSchema = z.object({ file_key: z.string().min(1) });
export const uploadedPictureSchema = z.object({ image_key: z.string().min(1) });

export const botSchema = z.object({ bot: z.object({ open_id: z.string().min(1) }) });

/** Whether the user is still active. */
export const userStatusSchema = z.object({
  is_frozen: z.boolean().optional(),
  is_resigned: z.boolean().optional(),
  is_exited: z.boolean().optional(),
  is_unjoin: z.boolean().optional(),
});

export const userSchema = z.object({
  data: z.object({
    user: z.object({
      name: z.string().optional(),
      email: z.string().optional(),
      enterprise_email: z.string().optional(),
      mobile: z.string().optional(),
      status: userStatusSchema.optional(),
    }),
  }),
});

export const historySchema = z.object({
  data: z.object({
    has_more: z.boolean().optional(),
    page_token: z.string().optional(),
    items: z
      .array(
        z.object({
          message_id: z.string(),
          parent_id: z.string().optional(),
          msg_type: z.string(),
          deleted: z.boolean().optional(),
          updated: z.boolean().optional(),
          sender: z.object({ id: z.string() }).optional(),
          body: z.object({ content: z.string() }).optional(),
        }),
      )
      .optional(),
  }),
});
export type HistoryItem = NonNullable<z.infer<typeof historySchema>['data']['items']>[number];

/** A decrypted push: either the URL verification or an event. */
export const challengeSchema = z.object({
  type: z.literal('url_verification'),
  token: z.string(),
  challenge: z.string().max(1000),
});

export const encryptedSchema = z.object({ encrypt: z.string().min(1) });

export const pushSchema = z.looseObject({
  schema: z.literal('2.0'),
  header: z.looseObject({
    event_id: z.string().min(1).max(255),
    event_type: z.string().min(1),
    token: z.string().optional(),
    app_id: z.string(),
    tenant_key: z.string().optional(),
  }),
  event: z.looseObject({}),
});

const id = z.string().min(1).max(255);

/** The format of the SDK's dispatcher: header and event merged into one object. */
export const messageEventSchema = z.object({
  event_id: id,
  tenant_key: z.string().optional(),
  sender: z.object({
    sender_id: z.object({ open_id: id }),
    sender_type: z.string(),
    tenant_key: z.string().optional(),
  }),
  message: z.object({
    message_id: id,
    chat_id: id,
    chat_type: z.string(),
    /** Milliseconds, as a string. */
    create_time: z
      .string()
      .regex(/^\d{1,15}$/)
      .optional(),
    /** The message it replies to, and the first of that thread. */
    parent_id: z.string().max(255).optional(),
    root_id: z.string().max(255).optional(),
    message_type: z.string(),
    content: z.string(),
    mentions: z
      .array(
        z.object({
          key: z.string().min(1),
          id: z.object({ open_id: z.string().optional() }),
          name: z.string().catch(''),
        }),
      )
      .optional(),
  }),
});
export type MessageEvent = z.infer<typeof messageEventSchema>;

/** An entry of the bot's menu. https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/application-v6/bot/events/menu (2026-11-23) */
export const menuEventSchema = z.object({
  event_id: id,
  tenant_key: z.string().optional(),
  operator: z.object({ operator_id: z.object({ open_id: id }) }),
  event_key: z.string().min(1).max(30),
});

/** Messages as read one by one, with the ones they forward. */
export const itemsSchema = z.object({
  data: z.object({
    items: z.array(
      z.object({
        message_id: id,
        upper_message_id: z.string().optional(),
        msg_type: z.string(),
        create_time: z.string().regex(/^\d{1,15}$/),
        deleted: z.boolean().optional(),
        chat_id: z.string().optional(),
        sender: z.object({ id: z.string(), id_type: z.string().optional(), sender_type: z.string() }).optional(),
        body: z.object({ content: z.string() }).optional(),
        mentions: z.array(z.object({ key: z.string().min(1), id: z.string(), name: z.string().catch('') })).optional(),
      }),
    ),
  }),
});
export type MessageItem = z.infer<typeof itemsSchema>['data']['items'][number];

export const actionEventSchema = z.object({
  event_id: id,
  tenant_key: z.string().optional(),
  operator: z.object({ open_id: id, tenant_key: z.string().optional() }),
  action: z.object({ value: z.unknown(), form_value: z.record(z.string(), z.unknown()).optional() }),
  context: z.object({ open_message_id: id, open_chat_id: id }),
});
export type ActionEvent = z.infer<typeof actionEventSchema>;

export const textContentSchema = z.object({ text: z.string() });

/** A message with rich text, which clients create when formatted text or pictures are pasted. */
export const postContentSchema = z.object({
  title: z.string().catch(''),
  content: z.array(
    z.array(
      z.looseObject({
        tag: z.string(),
        text: z.string().optional(),
        user_id: z.string().optional(),
        image_key: z.string().max(255).optional(),
        file_key: z.string().max(255).optional(),
      }),
    ),
  ),
});

/** A picture, file, video or voice message. https://open.feishu.cn/document/server-docs/im-v1/message-content-description/message_content (2026-11-23) */
export const mediaContentSchema = z.object({
  image_key: z.string().max(255).optional(),
  file_key: z.string().max(255).optional(),
  file_name: z.string().max(255).catch('').optional(),
});

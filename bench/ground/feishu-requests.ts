import { createCipheriv, createHash, randomBytes, randomUUID } from 'node:crypto';

export const feishuKeys = {
  appId: 'cli_a1b2c3d4e5f60718',
  appSecret: 'app-secret-of-the-bench',
  encryptKey: 'encrypt-key-of-the-bench',
  verificationToken: 'verification-token-of-the-bench',
};

export const openId = (person: string) => `ou_${createHash('md5').update(person).digest('hex')}`;

/** The bot's settings as a Feishu app. */
export const feishuSettings = (platform: string) => ({
  FEISHU_MODE: 'http',
  FEISHU_APP_ID: feishuKeys.appId,
  FEISHU_APP_SECRET: feishuKeys.appSecret,
  FEISHU_ENCRYPT_KEY: feishuKeys.encryptKey,
  FEISHU_VERIFICATION_TOKEN: feishuKeys.verificationToken,
  FEISHU_DOMAIN: platform,
});

const key = createHash('sha256').update(feishuKeys.encryptKey).digest();

/** Encrypted and signed as Feishu does; see the tests' Feishu stub for the vendor's page. */
function sealed(event: unknown) {
  const vector = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', key, vector);
  const encrypt = Buffer.concat([vector, cipher.update(JSON.stringify(event), 'utf8'), cipher.final()]);
  const body = JSON.stringify({ encrypt: encrypt.toString('base64') });
  const timestamp = String(Math.floor(Date.now() / 1000));
  const nonce = randomBytes(8).toString('hex');
  const signature = createHash('sha256').update(`${timestamp}${nonce}${feishuKeys.encryptKey}${body}`).digest('hex');
  return {
    body,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'x-lark-request-timestamp': timestamp,
      'x-lark-request-nonce': nonce,
      'x-lark-signature': signature,
    },
  };
}

const header = (type: string) => ({
  event_id: randomUUID(),
  event_type: type,
  create_time: String(Date.now()),
  token: feishuKeys.verificationToken,
  app_id: feishuKeys.appId,
  tenant_key: 'our-tenant',
});

/** A text to the bot in a direct message. */
export function say(person: string, text: string) {
  return sealed({
    schema: '2.0',
    header: header('im.message.receive_v1'),
    event: {
      sender: { sender_id: { open_id: openId(person) }, sender_type: 'user', tenant_key: 'our-tenant' },
      message: {
        message_id: `om_${randomUUID()}`,
        create_time: String(Date.now()),
        chat_id: 'oc_direct',
        chat_type: 'p2p',
        message_type: 'text',
        content: JSON.stringify({ text }),
      },
    },
  });
}

/** The Lark SDK alone, behind node's own server: an encrypted event, decrypted, verified and acknowledged. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EventDispatcher } from '@larksuiteoapi/node-sdk';
import { feishuKeys } from '../ground/feishu-requests.ts';

const dispatcher = new EventDispatcher({ encryptKey: feishuKeys.encryptKey }).register({
  'im.message.receive_v1': () => ({}),
});
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const data = Object.assign(
      Object.create({ headers: request.headers }),
      JSON.parse(Buffer.concat(chunks).toString()),
    );
    void dispatcher.invoke(data).then((answer: unknown) => response.end(JSON.stringify(answer ?? {})));
  });
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`ready http://127.0.0.1:${(server.address() as AddressInfo).port} \n`);
});

import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Fault } from './faults.ts';
import { Refusal } from './refusal.ts';
import { nextId, nextTs, type StandInFile, type World } from './world.ts';

/** https://docs.slack.dev/reference/block-kit/block-elements/file-input-element (2026-11-24) */
const INPUT_BYTES = 10 * 1024 * 1024;

/** A person's upload: into a form's input, or with a message. */
export function addFile(world: World, user: string, name: string, content: Buffer, hidden = false): StandInFile {
  const file: StandInFile = {
    id: nextId('F'),
    user,
    name,
    content,
    hidden,
    deleted: false,
    finished: true,
    channels: [],
  };
  world.files.set(file.id, file);
  return file;
}

/** A file as a payload shows it. https://docs.slack.dev/reference/objects/file-object (2026-11-24) */
export function showFile(world: World, id: string): Record<string, unknown> {
  const file = world.files.get(id);
  if (!file) throw new Error(`no file ${id}`);
  const { name, user, content } = file;
  const url_private = `${world.filesUrl}files-pri/${world.team}-${id}/${encodeURIComponent(name)}`;
  return {
    id,
    name,
    title: name,
    user,
    size: content.length,
    mimetype: name.endsWith('.png') ? 'image/png' : 'application/octet-stream',
    mode: 'hosted',
    url_private,
    url_private_download: url_private,
  };
}

/** What Slack's client does not let into an input. */
export function checkFiles(world: World, ids: readonly string[], most: number): void {
  if (ids.length > most) throw new Error(`Slack takes ${most} files here`);
  for (const id of ids) {
    if ((world.files.get(id)?.content.length ?? 0) > INPUT_BYTES)
      throw new Error(`Slack takes no file of more than 10 MB here: ${id}`);
  }
}

/** https://docs.slack.dev/reference/methods/files.info#errors (2026-11-24) */
export function fileInfo(world: World, args: unknown): Record<string, unknown> {
  const { file: id } = z.object({ file: z.string() }).parse(args);
  const file = world.files.get(id);
  if (!file?.finished || file.hidden) throw new Refusal('file_not_found');
  if (file.deleted) throw new Refusal('file_deleted');
  return {
    file: {
      ...showFile(world, id),
      channels: file.channels.filter((channel) => channel.startsWith('C')),
      ims: file.channels.filter((channel) => channel.startsWith('D')),
    },
  };
}

/** https://docs.slack.dev/reference/methods/files.getUploadURLExternal#errors (2026-11-24) */
export function uploadUrl(world: World, args: unknown): Record<string, unknown> {
  const parsed = z.object({ filename: z.string().min(1), length: z.coerce.number().int().positive() }).safeParse(args);
  if (!parsed.success) throw new Refusal('invalid_arguments');
  const id = nextId('F');
  const content = Buffer.alloc(parsed.data.length);
  world.files.set(id, {
    id,
    user: world.bot.user,
    name: parsed.data.filename,
    content,
    deleted: false,
    finished: false,
    channels: [],
  });
  return { file_id: id, upload_url: `${world.filesUrl}upload/${id}` };
}

/** https://docs.slack.dev/reference/methods/files.completeUploadExternal#errors (2026-11-24) */
export function completeUpload(world: World, args: unknown): Record<string, unknown> {
  const json = z.string().transform((text): unknown => JSON.parse(text));
  const parsed = z
    .object({
      files: json.pipe(z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1)),
      channel_id: z.string().optional(),
    })
    .safeParse(args);
  if (!parsed.success) throw new Refusal('invalid_arguments');
  const { files, channel_id } = parsed.data;
  const channel = channel_id === undefined ? undefined : world.channels.get(channel_id);
  if (channel_id !== undefined && channel === undefined) throw new Refusal('channel_not_found');
  for (const { id } of files) {
    const file = world.files.get(id);
    if (!file || file.finished || !received.has(file)) throw new Refusal('file_not_found');
    file.finished = true;
    if (channel === undefined) continue;
    file.channels.push(channel.id);
    world.messages.push({
      kind: 'message',
      channel: channel.id,
      ts: nextTs(world),
      bot_id: world.bot.id,
      text: '',
      blocks: [],
      files: [id],
    });
  }
  return { files: files.map(({ id }) => ({ id })) };
}

const received = new WeakSet<StandInFile>();

/** The body of an upload. https://docs.slack.dev/messaging/working-with-files#upload (2026-11-24) */
export function takeUpload(world: World, id: string, body: Buffer, response: ServerResponse): void {
  const file = world.files.get(id);
  if (!file || file.finished || body.length !== file.content.length) return void response.writeHead(400).end('length');
  body.copy(file.content);
  received.add(file);
  response.writeHead(200).end(`OK - ${body.length}`);
}

/**
 * A file's content, for the bot's token. Whoever has no right to it is led to the page where people sign in, with status 200:
 * https://docs.slack.dev/messaging/working-with-files#download (2026-11-24)
 */
export async function serveFile(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  { id, botToken, fault }: { id: string; botToken: string; fault: Fault | undefined },
): Promise<void> {
  const file = world.files.get(id);
  if (!file || file.deleted) return void response.writeHead(404).end();
  if (fault?.kind === 'login' || file.hidden || request.headers.authorization !== `Bearer ${botToken}`) {
    return void response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end('<!DOCTYPE html><html><title>Sign in</title></html>');
  }
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': file.content.length });
  if (fault?.kind === 'hang') return response.flushHeaders();
  if (fault?.kind === 'slow') await sleep(fault.ms);
  if (fault?.kind === 'dropAfter') {
    response.write(file.content.subarray(0, file.content.length >> 1), () => request.socket.destroy());
    return;
  }
  response.end(file.content);
}

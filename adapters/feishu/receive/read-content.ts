import { FILES_LIMIT, type FileRef } from '../../../src/chat/file-ref.ts';
import { mediaContentSchema, postContentSchema, textContentSchema } from '../schema.ts';

/** A message's content, by its type: its text with placeholders for mentions, its files, and anything else. */
export interface Content {
  readonly text: string;
  readonly files: readonly FileRef[];
  /** The type of content that is not kept. */
  readonly other?: string;
}

/** The resource type to request: a picture, or anything else. */
type ResourceType = 'image' | 'file';

/** A reference to a message's resource, holding what `im.messageResource.get` needs: the message, the type, the key. */
export const resourceRef = (message: string, type: ResourceType, key: string): string => `${message}/${type}/${key}`;

/**
 * Reads a message's content. https://open.feishu.cn/document/server-docs/im-v1/message-content-description/message_content
 * (2026-11-23)
 */
export function readContent(message: string, type: string, content: string, workspace: string): Content {
  const parsed = parse(content);
  const file = (kind: ResourceType, key: string, name = ''): FileRef => ({
    platform: 'feishu',
    workspace,
    ref: resourceRef(message, kind, key),
    name,
  });
  switch (type) {
    case 'text':
      return { text: textContentSchema.safeParse(parsed).data?.text ?? '', files: [] };
    case 'post':
      return readPost(parsed, file);
    case 'image': {
      const key = mediaContentSchema.safeParse(parsed).data?.image_key;
      return { text: '', files: key ? [file('image', key)] : [] };
    }
    case 'file':
    case 'media':
    case 'audio': {
      const { file_key: key, file_name: name } = mediaContentSchema.safeParse(parsed).data ?? {};
      return { text: '', files: key ? [file('file', key, name)] : [] };
    }
    default:
      return { text: '', files: [], other: type.slice(0, 40) };
  }
}

function readPost(parsed: unknown, file: (kind: ResourceType, key: string) => FileRef): Content {
  const post = postContentSchema.safeParse(parsed).data;
  if (!post) return { text: '', files: [], other: 'post' };
  const lines = post.content.map((line) =>
    line.map((part) => (part.tag === 'at' ? ` ${part.user_id ?? ''} ` : (part.text ?? ''))).join(''),
  );
  const files = post.content.flat().flatMap(({ tag, image_key: image, file_key: other }) => {
    if (tag === 'img' && image) return [file('image', image)];
    return tag === 'media' && other ? [file('file', other)] : [];
  });
  return { text: [post.title, ...lines].filter((line) => line !== '').join('\n'), files: files.slice(0, FILES_LIMIT) };
}

/** The text with the keys of mentions replaced by names; `nameOf` returns null for an unknown key. */
export function nameMentions<M extends { readonly key: string }>(
  text: string,
  mentions: readonly M[],
  nameOf: (mention: M) => string | null,
): string {
  // Longest first: `@_user_1` is a prefix of `@_user_10`.
  const inOrder = mentions.toSorted((a, b) => b.key.length - a.key.length);
  const named = inOrder.reduce((words, mention) => {
    const name = nameOf(mention);
    return words.replaceAll(mention.key, () => (name === null ? ' ' : `@${name}`));
  }, text);
  return named.replace(/[ \t]+/g, ' ').trim();
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

/**
 * The frames of Feishu's long connection: protocol buffers, as the vendor's SDKs declare them (package `pbbp2`). Only what
 * the stand-in sends and reads.
 */
export interface Frame {
  /** 0: control (ping, pong), 1: an event or the answer to one. */
  readonly method: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: Buffer;
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  do {
    bytes.push((rest % 128) + (rest >= 128 ? 128 : 0));
    rest = Math.floor(rest / 128);
  } while (rest > 0);
  return Buffer.from(bytes);
}

const number = (field: number, value: number) => Buffer.concat([varint(field * 8), varint(value)]);
const bytes = (field: number, value: Buffer) => Buffer.concat([varint(field * 8 + 2), varint(value.length), value]);

/** A frame as it travels. */
export function encodeFrame({ method, headers, payload }: Frame): Buffer {
  const pairs = Object.entries(headers).map(([key, value]) =>
    bytes(5, Buffer.concat([bytes(1, Buffer.from(key)), bytes(2, Buffer.from(value))])),
  );
  return Buffer.concat([number(1, 1), number(2, 1), number(3, 1), number(4, method), ...pairs, bytes(8, payload)]);
}

/** The fields of a message: numbers, and bytes for everything that has a length. */
function* fieldsOf(message: Buffer): Generator<{ field: number; value: number; content: Buffer }> {
  let at = 0;
  const read = () => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = message[at] ?? 0;
      at += 1;
      value += (byte % 128) * scale;
      if (byte < 128) return value;
    }
  };
  while (at < message.length) {
    const key = read();
    const value = read();
    const content = key % 8 === 2 ? message.subarray(at, at + value) : Buffer.alloc(0);
    at += content.length;
    yield { field: Math.floor(key / 8), value, content };
  }
}

/** A frame that came. */
export function decodeFrame(message: Buffer): Frame {
  const headers: Record<string, string> = {};
  let method = 0;
  let payload = Buffer.alloc(0);
  for (const { field, value, content } of fieldsOf(message)) {
    if (field === 4) method = value;
    if (field === 8) payload = Buffer.from(content);
    if (field !== 5) continue;
    const pair = new Map([...fieldsOf(content)].map((part) => [part.field, part.content.toString('utf8')]));
    headers[pair.get(1) ?? ''] = pair.get(2) ?? '';
  }
  return { method, headers, payload };
}

import type { HttpInstance, HttpRequestOptions } from '@larksuiteoapi/node-sdk';
import { FormData } from 'undici';
import type { FeishuHttp } from './feishu-http.ts';

function toAddress(url: string, params: Readonly<Record<string, unknown>>): string {
  const address = new URL(url);
  for (const [name, value] of Object.entries(params)) {
    if (typeof value === 'string' || typeof value === 'number') address.searchParams.set(name, String(value));
  }
  return address.href;
}

const isForm = (headers: Readonly<Record<string, unknown>> = {}) =>
  Object.entries(headers).some(
    ([name, value]) => name.toLowerCase() === 'content-type' && /multipart/.test(String(value)),
  );

/** Bytes in a form are a file. */
function toForm(data: unknown): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(data ?? {})) {
    if (value instanceof Uint8Array) form.set(name, new Blob([new Uint8Array(value)]), 'file');
    else form.set(name, String(value));
  }
  return form;
}

/** Headers and body to send: JSON, or a form if the SDK asks for one, as it does for files. */
function contentOf({ method, data, headers = {} }: HttpRequestOptions<unknown>) {
  const given = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
  if (isForm(headers)) {
    // The form's boundary is known only to its serializer.
    const others = given.filter(([name]) => name.toLowerCase() !== 'content-type');
    return { headers: Object.fromEntries(others), body: toForm(data) };
  }
  const isBodiless = method === 'GET' || method === 'HEAD';
  return {
    headers: { 'content-type': 'application/json; charset=utf-8', ...Object.fromEntries(given) },
    body: isBodiless ? undefined : JSON.stringify(data ?? {}),
  };
}

/** The HTTP client under the SDK, whose own has no timeout and resolves business errors. */
export function createHttpInstance(http: FeishuHttp): HttpInstance {
  // The SDK's interface promises the type its caller names; the caller parses the response.
  async function request<T, R = T, D = unknown>(options: HttpRequestOptions<D>): Promise<R> {
    const method = (options.method ?? 'GET').toUpperCase();
    const url = toAddress(options.url ?? '', options.params ?? {});
    const content = contentOf({ ...options, method });
    if (options.responseType !== 'stream') return (await http.send({ method, url, ...content })) as R;
    const { headers, body } = await http.open({ url, headers: content.headers });
    // The shape the SDK expects.
    return { headers, data: body } as R;
  }
  return {
    request,
    get: (url, options) => request({ ...options, url, method: 'GET' }),
    delete: (url, options) => request({ ...options, url, method: 'DELETE' }),
    head: (url, options) => request({ ...options, url, method: 'HEAD' }),
    options: (url, options) => request({ ...options, url, method: 'OPTIONS' }),
    post: (url, data, options) => request({ ...options, url, data, method: 'POST' }),
    put: (url, data, options) => request({ ...options, url, data, method: 'PUT' }),
    patch: (url, data, options) => request({ ...options, url, data, method: 'PATCH' }),
  };
}

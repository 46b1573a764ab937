import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** The paths of a page's style sheet and script. */
export interface AssetPaths {
  readonly style: string;
  readonly script: string;
}

/** A file used by all pages, under a name that changes with its content, so that it can be cached forever. */
export interface Asset {
  readonly path: string;
  readonly type: string;
  readonly content: Buffer;
}

/** The style sheet and the script of customers' pages, read once. */
export async function loadAssets(): Promise<{
  readonly paths: AssetPaths;
  readonly assets: readonly Asset[];
  readonly style: string;
}> {
  const style = await load('page.css', 'text/css; charset=utf-8');
  const script = await load('page.js', 'text/javascript; charset=utf-8');
  return {
    paths: { style: style.path, script: script.path },
    assets: [style, script],
    style: style.content.toString(),
  };
}

async function load(name: string, type: string): Promise<Asset> {
  const content = await readFile(new URL(`assets/${name}`, import.meta.url));
  const mark = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return { path: `/c-assets/${mark}-${name}`, type, content };
}

import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

/**
 * Puts the bot's own modules into one file beside `node_modules`, and gives its path. The modules are the product's, untouched; the
 * process that is started some hundreds of times need not compile and link four hundred files each time.
 */
export async function bundleBot(): Promise<string> {
  const outDir = 'node_modules/.cache/qmbot-crash';
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: 'test/crash/bot-process.ts', outDir, target: 'node20', minify: false },
  });
  // What customers' pages are made of stands beside the module that reads it.
  await cp('src/pages/assets', join(outDir, 'assets'), { recursive: true });
  return join(outDir, 'bot-process.js');
}

import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where Debian's package installs the browser. */
const CHROMIUM = '/usr/bin/chromium';

/** Whether browser tests can run. If they are required (BROWSER_TESTS=1, as in the checks), a missing browser is a failure, not a skip. */
export function canBrowse(): boolean {
  if (existsSync(CHROMIUM) || process.env.BROWSER_TESTS === '1') return true;
  process.stdout.write(`Browser tests skipped: there is no ${CHROMIUM}.\n`);
  return false;
}

/** Starts a browser that can only reach this machine; the caller closes it. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

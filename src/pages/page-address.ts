import type { Platform } from '../chat/interaction.ts';

/** The full address of a customer's page for a token; null if no customer could open it. */
export type PageAddress = (token: string, platform: Platform) => string | null;

/** The path of a page. */
export const pathOf = (token: string): string => `/c/${token}`;

/** Addresses under the public URL; for the console, which runs on this machine, under the server's own. */
export function createPageAddress(publicUrl: string | undefined, ownUrl: () => string): PageAddress {
  return (token, platform) => {
    const base = publicUrl ?? (platform === 'console' ? ownUrl() : null);
    return base === null ? null : `${base}${pathOf(token)}`;
  };
}

import type { MessageKey, MessageParams } from '../i18n/translate.ts';

/** A place in `org.yaml`, as keys and list positions. */
export type OrgPath = readonly (string | number)[];

export type Tell = (path: OrgPath, key: MessageKey, params?: MessageParams) => void;

import type { MessageKey, MessageParams } from '../i18n/translate.ts';

/** Where in `org.yaml` something is, as keys and positions in lists. */
export type OrgPath = readonly (string | number)[];

export type Tell = (path: OrgPath, key: MessageKey, params?: MessageParams) => void;

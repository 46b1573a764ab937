import { html, type Markup } from '../../../../src/html.ts';
import type { Locale } from '../../../../src/i18n/locale.ts';
import { type MessageKey, translate } from '../../../../src/i18n/translate.ts';

/** Texts that the page needs in the browser, by the names its scripts use. */
export const pageTexts = {
  foreign: 'console.error.foreign',
  invalid: 'console.error.invalid',
  tooLarge: 'console.error.tooLarge',
  unknownPerson: 'console.error.unknownPerson',
  unknownSpace: 'console.error.unknownSpace',
  unknownMessage: 'console.error.unknownMessage',
  notReady: 'console.error.notReady',
  internal: 'console.error.internal',
  network: 'console.error.network',
  reconnecting: 'console.reconnecting',
  you: 'console.you',
  onlyYou: 'console.onlyYou',
  today: 'console.today',
  dismiss: 'console.close',
  tooLong: 'console.form.tooLong',
  fileEmpty: 'console.error.fileEmpty',
  fileTooLarge: 'console.error.fileTooLarge',
  fileType: 'console.error.fileType',
  fileBroken: 'console.error.fileBroken',
  fileRemove: 'console.files.remove',
  filesMost: 'console.files.most',
  filesUnderWay: 'console.files.underWay',
  keepWriting: 'console.discard.no',
  discard: 'console.discard.yes',
  discardTitle: 'console.discard.title',
  discardText: 'console.discard.text',
} as const satisfies Record<string, MessageKey>;

/** The texts as data for the scripts: an inline script would need an exception in the content security policy. */
export function renderTexts(locale: Locale): Markup {
  const texts = Object.fromEntries(Object.entries(pageTexts).map(([name, key]) => [name, translate(locale, key)]));
  return html`<template id="texts" data-texts="${JSON.stringify(texts)}"></template>`;
}

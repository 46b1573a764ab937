import type { FileRef } from '../../../src/chat/file-ref.ts';
import type { Field } from '../../../src/chat/form.ts';
import { html, type Markup } from '../../../src/html.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { translate } from '../../../src/i18n/translate.ts';
import { renderIcon } from './render-icon.ts';

/**
 * Files to choose, or to drop on the field; on a phone the browser offers the camera, too. The page uploads each at once, and
 * lists it here.
 */
export function renderFiles(field: Field & { kind: 'file' }, common: Markup, locale: Locale): Markup {
  const { most, megabytes, initial = [] } = field;
  const limit = translate(locale, 'console.files.limit', { most, megabytes });
  return html`<div class="drop" data-most="${most}" data-megabytes="${megabytes}">${renderIcon('file')}<span>${translate(locale, 'console.files.choose')}</span><span class="drop-limit">${limit}</span><input type="file" multiple ${common}></div><ul class="uploads" aria-live="polite">${initial.map((file) => renderFile(file, locale))}</ul>`;
}

function renderFile({ ref, name }: FileRef, locale: Locale): Markup {
  const shown = name === '' ? translate(locale, 'file.unnamed') : name;
  return html`<li class="upload" data-file="${JSON.stringify({ id: ref, name })}"><span class="upload-name">${shown}</span><button type="button" class="upload-remove" aria-label="${translate(locale, 'console.files.remove', { name: shown })}">×</button></li>`;
}

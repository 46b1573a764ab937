import { FILES_LIMIT } from '../../../../src/chat/file-ref.ts';
import { html, type Markup, when } from '../../../../src/html.ts';
import type { Locale } from '../../../../src/i18n/locale.ts';
import { translate } from '../../../../src/i18n/translate.ts';
import type { ConsoleCommand } from '../../people/directory.ts';
import { renderIcon } from '../render-icon.ts';

/**
 * The command input, with the list of known commands: it opens with the button and while a command is being typed. Files are
 * added with a button, by pasting or by dropping them there; the files to send are shown above.
 */
export function renderComposer(
  { commands, megabytes }: { readonly commands: readonly ConsoleCommand[]; readonly megabytes: number },
  locale: Locale,
): Markup {
  const menu = translate(locale, 'console.menu');
  const attach = translate(locale, 'console.attach');
  return html`<form class="composer" id="composer" autocomplete="off" novalidate><div class="commands" id="commands" role="listbox" aria-label="${menu}" hidden>${commands.map((command, index) => renderCommand(command, `command-${index}`, locale))}</div><ul class="uploads" id="attached" aria-live="polite" data-most="${FILES_LIMIT}" data-megabytes="${megabytes}"></ul><div class="input-row"><button type="button" class="icon-button" id="menu" aria-haspopup="listbox" aria-controls="commands" aria-expanded="false" aria-label="${menu}" title="${menu}">${renderIcon('commands')}</button><button type="button" class="icon-button" id="attach" aria-label="${attach}" title="${attach}">${renderIcon('file')}</button><input type="file" id="attach-files" multiple hidden aria-label="${attach}"><input type="text" id="command" role="combobox" aria-controls="commands" aria-expanded="false" aria-autocomplete="list" aria-label="${translate(locale, 'console.command')}" placeholder="${translate(locale, 'console.commandHint')}" enterkeyhint="send"><button type="submit" class="icon-button send" id="send" aria-label="${translate(locale, 'console.send')}">${renderIcon('send')}</button></div></form>`;
}

/** A command in the list. */
export function renderCommand(command: ConsoleCommand, id: string, locale: Locale): Markup {
  const words = [command.command, ...Object.values(command.label)].join(' ').toLowerCase();
  const more = when(command.takesText === true, html`<span class="more">…</span>`);
  return html`<div role="option" id="${id}" aria-selected="false" data-command="${command.command}" data-words="${words}" data-takes-text="${String(command.takesText === true)}"><span class="command-label">${command.label[locale]}</span><code>${command.command}${more}</code></div>`;
}

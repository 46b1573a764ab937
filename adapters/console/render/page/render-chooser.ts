import { html, type Markup } from '../../../../src/html.ts';
import type { Locale } from '../../../../src/i18n/locale.ts';
import { translate } from '../../../../src/i18n/translate.ts';
import { type ConsolePerson, STRANGER } from '../../people/directory.ts';
import { pageAddress, renderAvatar, renderLanguageLink, renderShell } from './render-shell.ts';

/**
 * The first page: everyone the visitor may act as, by department, and the stranger. Plain links, so a new tab is a new person.
 * `lang`, the language the visitor explicitly asked for, is passed on; without it, each person's own language is used.
 */
export function renderChooser(people: readonly ConsolePerson[], locale: Locale, lang?: Locale): Markup {
  const title = translate(locale, 'console.choose.title');
  const departments = new Map<string, ConsolePerson[]>();
  for (const person of people) {
    const name = person.department[locale];
    departments.set(name, [...(departments.get(name) ?? []), person]);
  }
  const body = html`<body class="chooser-page"><main class="chooser"><header><p class="brand"><img src="/console/assets/mark.svg" alt="" width="28" height="28">qmbot</p>${renderLanguageLink(locale, {})}</header><h1>${title}</h1><p class="lead">${translate(locale, 'console.choose.lead')}</p><label class="find"><span class="unseen">${translate(locale, 'console.choose.find')}</span><input type="search" id="find" autocomplete="off" placeholder="${translate(locale, 'console.choose.find')}"></label>${[...departments].map(([name, members]) => renderDepartment(name, members, locale, lang))}<section class="department"><h2>${translate(locale, 'console.choose.others')}</h2><ul>${renderStranger(locale, lang)}</ul></section><p class="no-match" id="no-match" role="status" data-text="${translate(locale, 'console.choose.noMatch')}"></p></main></body>`;
  return renderShell(locale, `${title} · qmbot`, 'choose.js', body);
}

function renderDepartment(name: string, members: readonly ConsolePerson[], locale: Locale, lang?: Locale): Markup {
  return html`<section class="department"><h2>${name}</h2><ul>${members.map((person) => renderPerson(person, locale, lang))}</ul></section>`;
}

function renderPerson(person: ConsolePerson, locale: Locale, lang?: Locale): Markup {
  const name = person.name[locale];
  const words = [...Object.values(person.name), ...Object.values(person.title), person.userId].join(' ').toLowerCase();
  return renderChoice(person.userId, name, person.title[locale], words, lang);
}

function renderStranger(locale: Locale, lang?: Locale): Markup {
  const name = translate(locale, 'console.stranger');
  return renderChoice(STRANGER, name, translate(locale, 'console.strangerHint'), name.toLowerCase(), lang);
}

function renderChoice(userId: string, name: string, title: string, words: string, lang?: Locale): Markup {
  const address = pageAddress({ as: userId, ...(lang === undefined ? {} : { lang }) });
  return html`<li data-words="${words}"><a class="person-choice" href="${address}">${renderAvatar(name)}<span><b>${name}</b><small>${title}</small></span></a></li>`;
}

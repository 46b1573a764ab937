import { html, type Markup, when } from '../../../../src/html.ts';
import { translate } from '../../../../src/i18n/translate.ts';
import { renderIcon } from '../render-icon.ts';
import type { PageView, Space } from './page-view.ts';
import { pageAddress, renderAvatar, renderLanguageLink } from './render-shell.ts';

/** The left side: channels, one's own conversation, and who one is. On a phone it is a drawer. */
export function renderSidebar(view: PageView, spaces: readonly Space[]): Markup {
  const { viewer, lang } = view;
  const { locale, userId } = viewer;
  const list = (direct: boolean): Markup =>
    html`<ul>${spaces.filter((space) => space.direct === direct).map((space) => renderSpace(space, view))}</ul>`;
  return html`<aside class="sidebar" id="sidebar" aria-label="${translate(locale, 'console.sidebar')}"><header><p class="brand"><img src="/console/assets/mark.svg" alt="" width="24" height="24">qmbot</p><button type="button" class="icon-button drawer-button" id="close-drawer" aria-label="${translate(locale, 'console.closeSpaces')}">${renderIcon('close')}</button></header><nav aria-label="${translate(locale, 'console.spaces')}"><h2>${translate(locale, 'console.channels')}</h2>${list(false)}<h2>${translate(locale, 'console.directMessages')}</h2>${list(true)}</nav><footer><div class="me">${renderAvatar(viewer.name)}<p><b>${viewer.name}</b><small>${viewer.title}</small></p></div><p class="links"><a href="${pageAddress(lang === undefined ? {} : { lang })}">${renderIcon('swap')}${translate(locale, 'console.switchPerson')}</a>${renderLanguageLink(locale, { as: userId, space: view.current })}</p></footer></aside><div class="backdrop" id="backdrop"></div>`;
}

function renderSpace(space: Space, view: PageView): Markup {
  const { viewer, lang, current, last } = view;
  const address = pageAddress({ as: viewer.userId, space: space.id, ...(lang === undefined ? {} : { lang }) });
  const here = when(space.id === current, html` aria-current="page"`);
  return html`<li><a class="space" href="${address}" data-space="${space.id}" data-name="${space.name}" data-purpose="${space.purpose}" data-last="${last.get(space.id) ?? 0}"${here}>${renderIcon(space.direct ? 'direct' : 'channel')}<span class="space-name">${space.name}</span><span class="dot" hidden><span class="unseen">${translate(viewer.locale, 'console.unread')}</span></span></a></li>`;
}

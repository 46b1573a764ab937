import { html, type Markup, when } from '../../../../src/html.ts';
import { translate } from '../../../../src/i18n/translate.ts';
import { limits } from '../../limits.ts';
import { directSpace } from '../../people/directory.ts';
import { renderIcon } from '../render-icon.ts';
import { renderMessage } from '../render-message.ts';
import type { PageView, Space } from './page-view.ts';
import { renderComposer } from './render-composer.ts';
import { pageAddress, renderAvatar, renderLanguageLink, renderShell } from './render-shell.ts';
import { renderTexts } from './render-texts.ts';

/** The sidebar: channels, the direct conversation and the current person. On a phone it is a drawer. */
function renderSidebar(view: PageView, spaces: readonly Space[]): Markup {
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

/** The page once a person is chosen. */
export function renderPage(view: PageView): Markup {
  const { viewer, current } = view;
  const { locale } = viewer;
  const spaces = spacesOf(view);
  const open = spaces.find(({ id }) => id === current);
  const body = html`<body class="console" data-as="${viewer.userId}" data-lang="${view.lang ?? ''}" data-locale="${locale}" data-since="${view.since}" data-space="${current}"><a class="skip" href="#command">${translate(locale, 'console.skip')}</a>${renderSidebar(view, spaces)}<main class="room"><header class="top"><button type="button" class="icon-button drawer-button" id="open-drawer" aria-controls="sidebar" aria-expanded="false" aria-label="${translate(locale, 'console.openSpaces')}">${renderIcon('menu')}<span class="dot" hidden></span></button><div class="where"><h1 id="space-name">${open?.name ?? ''}</h1><p id="space-purpose">${open?.purpose ?? ''}</p></div><p class="connection" id="connection" role="status"></p></header><div class="scroller" id="scroller" tabindex="-1">${spaces.map((space) => renderConversation(space, view))}<button type="button" class="button new-below" id="new-below" data-style="plain" hidden>${translate(locale, 'console.newBelow')}</button></div>${renderComposer(view, locale)}</main><dialog class="dialog" id="form-dialog" aria-labelledby="form-title"></dialog><dialog class="dialog small" id="confirm-dialog" aria-labelledby="confirm-title" aria-describedby="confirm-text"></dialog><div class="toasts" id="toasts" popover="manual" role="status" aria-live="polite"></div><p class="unseen" id="announcer" aria-live="polite"></p>${renderTexts(locale)}</body>`;
  return renderShell(locale, `${open?.name ?? ''} · ${viewer.name} · qmbot`, 'page.js', body);
}

function spacesOf({ viewer, channels }: PageView): readonly Space[] {
  const { locale } = viewer;
  const direct = {
    id: directSpace(viewer.userId),
    name: translate(locale, 'console.direct'),
    purpose: translate(locale, 'console.directPurpose', { name: viewer.name }),
    direct: true,
  };
  const rooms = channels.map(({ id, name, purpose }) => ({
    id,
    name: name[locale],
    purpose: purpose?.[locale] ?? '',
    direct: false,
  }));
  return [...rooms, direct];
}

/** A conversation; only the open one is filled in, the page fetches the others when they are first opened. */
function renderConversation(space: Space, view: PageView): Markup {
  const { locale } = view.viewer;
  const isOpen = space.id === view.current;
  const shown = isOpen ? view.shown : [];
  const empty = translate(locale, space.direct ? 'console.emptyDirect' : 'console.emptyChannel');
  return html`<section class="conversation" data-space="${space.id}" data-loaded="${String(isOpen)}" aria-label="${space.name}"${when(!isOpen, html` hidden`)}><button type="button" class="button earlier" data-style="plain"${when(shown.length < limits.page, html` hidden`)}>${translate(locale, 'console.earlier')}</button><ol class="messages">${shown.map(renderMessage)}</ol><p class="empty">${empty}</p></section>`;
}

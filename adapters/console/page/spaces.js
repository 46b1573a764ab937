import { showConversation } from './conversation.js';
import { shutDrawer } from './drawer.js';
import { isUnread, markSeen, onSeenElsewhere } from './unread.js';

const links = [...document.querySelectorAll('a.space')];
const name = document.getElementById('space-name');
const purpose = document.getElementById('space-purpose');
const drawerDot = document.querySelector('#open-drawer .dot');
const language = document.querySelector('.sidebar [data-language]');
const titleRest = document.title.slice(name.textContent.length);
let current = document.body.dataset.space;

/** The open space. */
export const currentSpace = () => current;

/** Notes a new message: read if its space is open and visible. @param {string} space @param {number} position */
export function noteMessage(space, position) {
  const link = links.find((one) => one.dataset.space === space);
  if (link !== undefined) link.dataset.last = String(Math.max(position, Number(link.dataset.last)));
  readCurrent();
}

/** The name of a space. @param {string} space */
export const spaceName = (space) => links.find((one) => one.dataset.space === space)?.dataset.name ?? '';

async function open(link) {
  current = link.dataset.space;
  for (const one of links) one.removeAttribute('aria-current');
  link.setAttribute('aria-current', 'page');
  name.textContent = link.dataset.name;
  purpose.textContent = link.dataset.purpose;
  document.title = link.dataset.name + titleRest;
  const there = new URL(language.href);
  there.searchParams.set('space', current);
  language.href = there.href;
  shutDrawer();
  readCurrent();
  await showConversation(current);
}

function readCurrent() {
  const link = links.find((one) => one.dataset.space === current);
  if (link !== undefined && document.visibilityState === 'visible') markSeen(current, Number(link.dataset.last));
  drawDots();
}

function drawDots() {
  for (const link of links)
    link.querySelector('.dot').hidden = !isUnread(link.dataset.space, Number(link.dataset.last));
  drawerDot.hidden = !links.some((link) => !link.querySelector('.dot').hidden);
}

/** Sets up the list of spaces: opened in place, each with its own address. */
export function setUpSpaces() {
  for (const link of links) {
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (link.dataset.space === current) return shutDrawer();
      history.pushState(null, '', link.href);
      void open(link);
    });
  }
  addEventListener('popstate', () => {
    const space = new URL(location.href).searchParams.get('space');
    const link = links.find((one) => one.dataset.space === space) ?? links.at(-1);
    void open(link);
  });
  document.addEventListener('visibilitychange', readCurrent);
  onSeenElsewhere(drawDots);
  readCurrent();
}

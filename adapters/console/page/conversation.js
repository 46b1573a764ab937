import { readConversation } from './api.js';
import { text } from './texts.js';
import { writeTimes } from './times.js';
import { toast } from './toast.js';

const scroller = document.getElementById('scroller');
const sections = new Map(
  [...scroller.querySelectorAll('.conversation')].map((section) => [section.dataset.space, section]),
);

/** Messages that arrived live while a conversation was being fetched: the fetched data may be older. */
const arrived = new Map();

/** The element of a space's conversation. @param {string} space */
const sectionOf = (space) => sections.get(space);
const listOf = (section) => section.querySelector('.messages');

/** Shows a space's conversation and hides the others; fetches it the first time. @param {string} space */
export async function showConversation(space) {
  for (const [id, section] of sections) section.hidden = id !== space;
  const section = sectionOf(space);
  if (section.dataset.loaded === 'false') await load(section);
  scrollToEnd();
}

async function load(section) {
  if (arrived.has(section)) return;
  arrived.set(section, []);
  try {
    const { html, more } = await readConversation(section.dataset.space);
    // Before the messages that only this tab has.
    listOf(section).insertAdjacentHTML('afterbegin', html);
    section.querySelector('.earlier').hidden = !more;
    writeTimes(section);
    section.dataset.loaded = 'true';
    for (const news of arrived.get(section)) putMessage(news);
  } catch (error) {
    toast('error', error.message);
  } finally {
    arrived.delete(section);
  }
}

async function loadEarlier(section) {
  const list = listOf(section);
  const first = list.querySelector('[data-position]');
  const { html, more } = await readConversation(section.dataset.space, Number(first.dataset.position));
  const height = scroller.scrollHeight;
  list.insertAdjacentHTML('afterbegin', html);
  section.querySelector('.earlier').hidden = !more;
  writeTimes(list);
  scroller.scrollTop += scroller.scrollHeight - height;
  first.querySelector('.card').focus({ preventScroll: true });
}

/**
 * Puts a live message into its conversation: a known one is redrawn in place.
 * @param {{ message: string, space: string, position: number, html: string }} news
 * @returns {boolean} whether it is a new one
 */
export function putMessage(news) {
  const section = sectionOf(news.space);
  if (section === undefined) return true;
  if (section.dataset.loaded === 'false') {
    arrived.get(section)?.push(news);
    return true;
  }
  const list = listOf(section);
  const known = list.querySelector(`[data-message="${CSS.escape(news.message)}"]`);
  const made = fragment(news.html);
  if (known !== null) {
    redraw(known, made);
    return false;
  }
  const positions = [...list.querySelectorAll('[data-position]')];
  // A card older than the part shown was redrawn: it is fetched when the user scrolls further up.
  if (positions.length > 0 && news.position < Number(positions[0].dataset.position)) return false;
  append(section, made);
  return true;
}

/**
 * Adds something only this tab sees: a private answer, replacing another one that it follows.
 * @param {string} space
 * @param {string} html
 * @param {Element} [item] the one it follows
 */
export function putPrivate(space, html, item) {
  const made = fragment(html);
  if (item?.isConnected && item.matches('.private')) {
    item.replaceWith(made);
    made.classList.add('changed');
    made.scrollIntoView({ block: 'nearest' });
  } else append(sectionOf(space), made, true);
  made.querySelector('.card')?.focus({ preventScroll: true });
}

/**
 * Shows what the visitor typed, and the files that go with it.
 * @param {string} space
 * @param {string} words
 * @param {{ name: string }[]} files
 */
export function putOwnWords(space, words, files) {
  const item = document.createElement('li');
  item.className = 'message own';
  const from = document.createElement('p');
  from.className = 'unseen';
  from.textContent = text('you');
  const said = document.createElement('p');
  said.className = 'said';
  said.textContent = words;
  const sent = files.map(({ name }) => {
    const file = document.createElement('p');
    file.className = 'said sent-file';
    file.textContent = name;
    return file;
  });
  item.append(from, ...(words === '' ? [] : [said]), ...sent);
  append(sectionOf(space), item, true);
}

/** Redraws the card of an element. @param {Element} item @param {string} html a card */
export function redrawCard(item, html) {
  const made = item.cloneNode(true);
  made.querySelector('.card').replaceWith(fragment(html));
  redraw(item, made);
}

/** Keeps the focus where it was: on the same button, or on the card if that button is gone. */
function redraw(item, made) {
  const held = item.contains(document.activeElement) ? document.activeElement : null;
  writeTimes(made);
  if (item.outerHTML === made.outerHTML) return;
  item.replaceWith(made);
  made.classList.add('changed');
  if (held === null) return;
  const { action, value } = held.dataset;
  const same = [...made.querySelectorAll('button')].find(
    (one) => one.dataset.action === action && one.dataset.value === value,
  );
  (same ?? made.querySelector('.card')).focus({ preventScroll: true });
}

function append(section, item, always = false) {
  const follow = always || isAtEnd();
  writeTimes(item);
  item.classList.add('fresh');
  listOf(section).append(item);
  if (section.hidden) return;
  if (follow) scrollToEnd();
  else newBelow.hidden = false;
}

const isAtEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 120;

function scrollToEnd() {
  scroller.scrollTop = scroller.scrollHeight;
  newBelow.hidden = true;
}

function fragment(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.firstElementChild;
}

const newBelow = /** @type {HTMLButtonElement} */ (document.getElementById('new-below'));
newBelow.addEventListener('click', scrollToEnd);
scroller.addEventListener('scroll', () => {
  if (isAtEnd()) newBelow.hidden = true;
});
for (const section of sections.values()) {
  section.querySelector('.earlier').addEventListener('click', () => {
    loadEarlier(section).catch((error) => toast('error', error.message));
  });
}
writeTimes(document);
scrollToEnd();

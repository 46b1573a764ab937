const list = document.getElementById('commands');
const input = /** @type {HTMLInputElement} */ (document.getElementById('command'));
const menu = document.getElementById('menu');
/** The menu's options, which stay, and the completions of what is typed. */
const own = [...list.querySelectorAll('[role="option"]')];
let following = [];
const all = () => [...following, ...own];

/** The options that match what is typed, in menu order. */
const shown = () => all().filter((option) => !option.hidden);

/** The option selected with the arrow keys. */
export const activeOption = () => all().find((option) => option.getAttribute('aria-selected') === 'true');

/** The first option that matches. */
export const firstOption = () => shown()[0];

/** Whether the list is open. */
export const isListOpen = () => !list.hidden;

/** Opens the list with the matches; with an empty `sought`, all of it. @param {string} sought */
export function openList(sought) {
  const words = sought.trim().toLowerCase();
  putFollowing('');
  for (const option of own) option.hidden = !option.dataset.words.includes(words);
  open();
}

/** Adds completions above the menu's own options; duplicates are shown once. @param {string} html */
export function offer(html) {
  const active = activeOption();
  putFollowing(html);
  const known = new Set(own.filter((option) => !option.hidden).map(({ dataset }) => dataset.command.trim()));
  for (const option of following) option.hidden = known.has(option.dataset.command.trim());
  open(active?.isConnected ? active : undefined);
}

function putFollowing(html) {
  for (const option of following) option.remove();
  list.insertAdjacentHTML('afterbegin', html);
  following = [...list.querySelectorAll('[role="option"]')].filter((option) => !own.includes(option));
}

function open(active) {
  if (shown().length === 0) return closeList();
  list.hidden = false;
  activate(active);
  mark(true);
}

/** Closes the list. */
export function closeList() {
  list.hidden = true;
  activate(undefined);
  mark(false);
}

/**
 * Moves through the list, wrapping around at the ends. @param {1
 * -1} step
 */
export function moveActive(step) {
  const here = shown();
  const active = activeOption();
  const from = active === undefined ? (step === 1 ? -1 : 0) : here.indexOf(active);
  activate(here.at((from + step + here.length) % here.length));
}

function activate(option) {
  for (const one of all()) one.setAttribute('aria-selected', String(one === option));
  if (option === undefined) input.removeAttribute('aria-activedescendant');
  else input.setAttribute('aria-activedescendant', option.id);
  option?.scrollIntoView({ block: 'nearest' });
}

function mark(open) {
  input.setAttribute('aria-expanded', String(open));
  menu.setAttribute('aria-expanded', String(open));
}

/** Called when an option is clicked. @param {(option: HTMLElement) => void} run */
export function onPick(run) {
  // The input keeps the focus, so that the list does not close under the pointer.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target.closest('[role="option"]');
    if (option) run(option);
  });
}

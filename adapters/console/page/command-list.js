const list = document.getElementById('commands');
const input = /** @type {HTMLInputElement} */ (document.getElementById('command'));
const menu = document.getElementById('menu');
const options = [...list.querySelectorAll('[role="option"]')];

/** The options that match what is typed, in the order of the menu. */
const shown = () => options.filter((option) => !option.hidden);

/** The option the arrow keys stand on. */
export const activeOption = () => options.find((option) => option.getAttribute('aria-selected') === 'true');

/** The first option that matches. */
export const firstOption = () => shown()[0];

/** Whether the list is open. */
export const isListOpen = () => !list.hidden;

/** Opens the list with what matches; with an empty `sought`, all of it. @param {string} sought */
export function openList(sought) {
  const words = sought.trim().toLowerCase();
  for (const option of options) option.hidden = !option.dataset.words.includes(words);
  if (shown().length === 0) return closeList();
  list.hidden = false;
  activate(undefined);
  mark(true);
}

/** Closes the list. */
export function closeList() {
  list.hidden = true;
  activate(undefined);
  mark(false);
}

/** Steps through the list; past an end it goes on at the other. @param {1 | -1} step */
export function moveActive(step) {
  const here = shown();
  const active = activeOption();
  const from = active === undefined ? (step === 1 ? -1 : 0) : here.indexOf(active);
  activate(here.at((from + step + here.length) % here.length));
}

function activate(option) {
  for (const one of options) one.setAttribute('aria-selected', String(one === option));
  if (option === undefined) input.removeAttribute('aria-activedescendant');
  else input.setAttribute('aria-activedescendant', option.id);
  option?.scrollIntoView({ block: 'nearest' });
}

function mark(open) {
  input.setAttribute('aria-expanded', String(open));
  menu.setAttribute('aria-expanded', String(open));
}

/** Runs when an option is clicked. @param {(option: HTMLElement) => void} run */
export function onPick(run) {
  for (const option of options) {
    // The input keeps the focus, so the list does not close under the pointer.
    option.addEventListener('pointerdown', (event) => event.preventDefault());
    option.addEventListener('click', () => run(option));
  }
}

/** Filters people on the first page while a name is typed. */
const find = /** @type {HTMLInputElement} */ (document.getElementById('find'));
const noMatch = document.getElementById('no-match');
const choices = [...document.querySelectorAll('[data-words]')];

find.addEventListener('input', () => {
  const sought = find.value.trim().toLowerCase();
  for (const choice of choices) choice.hidden = !choice.dataset.words.includes(sought);
  for (const section of document.querySelectorAll('.department')) {
    section.hidden = section.querySelector('[data-words]:not([hidden])') === null;
  }
  noMatch.textContent = choices.every((choice) => choice.hidden) ? noMatch.dataset.text : '';
});

find.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter') return;
  const first = choices.find((choice) => !choice.hidden);
  if (first !== undefined && find.value.trim() !== '') first.querySelector('a').click();
});

// On a phone, focus would open the keyboard over half of the list.
if (matchMedia('(hover: hover)').matches) find.focus();

/** The sidebar as a drawer on a narrow screen. On a wide one it is always visible. */
const sidebar = document.getElementById('sidebar');
const backdrop = document.getElementById('backdrop');
const opener = document.getElementById('open-drawer');
const closer = document.getElementById('close-drawer');
const room = document.querySelector('main');
const narrow = matchMedia('(max-width: 760px)');

/** @param {boolean} open */
function set(open) {
  const shut = narrow.matches && !open;
  document.body.dataset.drawer = open && narrow.matches ? 'open' : 'shut';
  sidebar.inert = shut;
  room.inert = narrow.matches && open;
  opener.setAttribute('aria-expanded', String(open && narrow.matches));
}

/** Closes the drawer and returns the focus to what opened it. */
export function shutDrawer() {
  if (document.body.dataset.drawer !== 'open') return;
  set(false);
  opener.focus();
}

/** Sets up the drawer. */
export function setUpDrawer() {
  opener.addEventListener('click', () => {
    set(true);
    closer.focus();
  });
  closer.addEventListener('click', shutDrawer);
  backdrop.addEventListener('click', shutDrawer);
  sidebar.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') shutDrawer();
  });
  narrow.addEventListener('change', () => set(false));
  set(false);
}

// Customers' pages work without this script. With it, entries are kept on the phone until they have arrived, questions that do not apply are hidden, and
// the signature is drawn with a finger or the mouse.

/** The first delay before a failed send is retried; it doubles up to the maximum. */
const RETRY_MS = 1_000;
const MOST_RETRY_MS = 10_000;
/** The size of the signing area, and the minimum distance of two points: must match `src/quality/service-report/signature.ts`. */
const WIDE = 1000;
const HIGH = 400;
const CLOSE = 4;
const MOST_POINTS = 1500;

const keptUnder = `kept ${location.pathname}`;
const store = {
  read() {
    try {
      return JSON.parse(localStorage.getItem(keptUnder) ?? 'null');
    } catch {
      return null;
    }
  },
  write(entries) {
    try {
      localStorage.setItem(keptUnder, JSON.stringify(entries));
    } catch {
      // Private browsing may not allow storage; the page itself still keeps the entries.
    }
  },
  clear() {
    try {
      localStorage.removeItem(keptUnder);
    } catch {
      // As above.
    }
  },
};

function setUp() {
  const form = document.querySelector('form[data-keep]');
  if (!form) {
    store.clear();
    return;
  }
  restore(form);
  for (const pad of form.querySelectorAll('[data-pad]')) signOn(pad);
  showWhatApplies(form);
  form.addEventListener('input', () => {
    showWhatApplies(form);
    keep(form);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send(form);
  });
}

/** A phone reports that it is online slightly before requests get through. */
window.addEventListener('online', () => {
  const form = document.querySelector('form[data-keep]');
  if (!form || failures === 0) return;
  failures = 1;
  clearTimeout(waiting);
  waiting = setTimeout(() => void send(form), RETRY_MS);
});

const entriesOf = (form) => Array.from(new FormData(form)).filter(([, value]) => typeof value === 'string');

function keep(form) {
  store.write(entriesOf(form));
}

function restore(form) {
  const entries = store.read();
  if (!Array.isArray(entries) || form.dataset.keep === 'answered') return;
  for (const [name, value] of entries) {
    for (const field of form.elements) {
      if (field.name !== name) continue;
      if (field.type === 'radio' || field.type === 'checkbox') field.checked = field.value === value;
      else if (isEntry(field)) field.value = value;
    }
  }
}

/** Fields set by the page itself, such as the mark of what it shows, must be current and are not restored; a signature is an entry. */
const isEntry = (field) => field.type !== 'submit' && (field.type !== 'hidden' || field.closest('[data-pad]') !== null);

/** `data-when="answer=signed,reserved"`: shown and required only while the field has one of the values. */
function showWhatApplies(form) {
  const given = new Map(entriesOf(form));
  for (const part of form.querySelectorAll('[data-when]')) {
    const [name, values] = part.dataset.when.split('=');
    const applies = values.split(',').includes(given.get(name) ?? '');
    part.hidden = !applies;
    for (const field of part.querySelectorAll('[data-required]')) field.required = applies;
  }
}

let waiting = 0;
let failures = 0;

async function send(form) {
  clearTimeout(waiting);
  const button = form.querySelector('button[type=submit]');
  const body = new URLSearchParams(entriesOf(form));
  keep(form);
  button.disabled = true;
  say(form.dataset.sending);
  let answer;
  try {
    answer = await fetch(form.action, { method: 'POST', body, cache: 'no-store', credentials: 'omit' });
  } catch {
    // The connection or the server is briefly unavailable. The entries are kept, and sent when possible.
    say(form.dataset.kept);
    waiting = setTimeout(() => void send(form), Math.min(RETRY_MS * 2 ** failures, MOST_RETRY_MS));
    failures += 1;
    return;
  }
  failures = 0;
  button.disabled = false;
  if (answer.ok) {
    store.clear();
    location.replace(answer.url);
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const isOurs = page.querySelector('main') !== null;
  if (answer.status === 422 && isOurs) {
    document.querySelector('main').replaceWith(page.querySelector('main'));
    setUp();
    document.querySelector('.problems')?.focus();
    return;
  }
  say(page.querySelector(`[lang="${document.documentElement.lang}"] p`)?.textContent ?? form.dataset.failed);
}

function say(text) {
  const main = document.querySelector('main');
  const line = main.querySelector('.state') ?? main.appendChild(document.createElement('p'));
  line.className = 'state';
  line.setAttribute('role', 'status');
  line.textContent = text ?? '';
}

function signOn(pad) {
  const input = pad.querySelector('input');
  const canvas = document.createElement('canvas');
  canvas.width = WIDE;
  canvas.height = HIGH;
  canvas.tabIndex = 0;
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', pad.dataset.label);
  const clear = document.createElement('button');
  clear.type = 'button';
  clear.className = 'quiet';
  clear.textContent = pad.dataset.clear;
  pad.append(canvas);
  pad.after(clear);
  pad.hidden = false;
  const pen = canvas.getContext('2d');
  let strokes = read(input.value);
  let stroke = null;

  const pointOf = ({ clientX, clientY }) => {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const within = (value, most) => Math.max(0, Math.min(most, Math.round(value)));
    return [within(((clientX - left) / width) * WIDE, WIDE), within(((clientY - top) / height) * HIGH, HIGH)];
  };
  const draw = () => {
    pen.clearRect(0, 0, WIDE, HIGH);
    pen.lineWidth = 6;
    pen.lineCap = pen.lineJoin = 'round';
    pen.strokeStyle = '#1c2430';
    for (const points of strokes) {
      pen.beginPath();
      pen.moveTo(points[0], points[1]);
      for (let at = 0; at < points.length; at += 2) pen.lineTo(points[at], points[at + 1]);
      pen.stroke();
    }
  };
  const note = () => {
    input.value = strokes.map(write).join(';');
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const count = () => strokes.reduce((sum, points) => sum + points.length / 2, 0);

  canvas.addEventListener('pointerdown', (event) => {
    if (stroke !== null || count() >= MOST_POINTS) return;
    event.preventDefault();
    canvas.setPointerCapture(event.pointerId);
    stroke = pointOf(event);
    strokes.push(stroke);
    draw();
  });
  canvas.addEventListener('pointermove', (event) => {
    if (stroke === null) return;
    for (const one of event.getCoalescedEvents?.() ?? [event]) {
      const [x, y] = pointOf(one);
      const far = Math.hypot(x - stroke.at(-2), y - stroke.at(-1)) >= CLOSE;
      if (far && count() < MOST_POINTS) stroke.push(x, y);
    }
    draw();
  });
  const lift = () => {
    if (stroke === null) return;
    stroke = null;
    note();
  };
  canvas.addEventListener('pointerup', lift);
  canvas.addEventListener('pointercancel', lift);
  clear.addEventListener('click', () => {
    strokes = [];
    draw();
    note();
  });
  draw();
}

/** Points separated by spaces, lines by semicolons: `12,34 15,38;200,90`. */
function read(value) {
  return value === '' ? [] : value.split(';').map((line) => line.split(/[ ,]/).map(Number));
}

const write = (points) =>
  points.reduce((text, value, at) => text + (at === 0 ? '' : at % 2 === 0 ? ' ' : ',') + value, '');

setUp();

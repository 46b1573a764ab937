import { address } from './api.js';
import { putMessage } from './conversation.js';
import { currentSpace, noteMessage, spaceName } from './spaces.js';
import { text } from './texts.js';

const connection = document.getElementById('connection');
const announcer = document.getElementById('announcer');
let since = Number(document.body.dataset.since);

/** Follows the stream of messages; after a disconnect it resumes where it was. */
export function follow() {
  const source = new EventSource(address('events', { since }));
  source.addEventListener('open', () => say(''));
  source.addEventListener('message', (event) => {
    since = Number(event.lastEventId);
    take(JSON.parse(event.data));
  });
  source.addEventListener('error', () => {
    say(text('reconnecting'));
    // The browser reconnects by itself, but not after a response that was not a stream.
    if (source.readyState === EventSource.CLOSED) setTimeout(follow, 2_000);
  });
}

function take(news) {
  const isNew = putMessage(news);
  noteMessage(news.space, news.position);
  if (!isNew) return;
  announcer.textContent = news.space === currentSpace() ? news.summary : `${spaceName(news.space)}: ${news.summary}`;
}

function say(words) {
  connection.textContent = words;
}

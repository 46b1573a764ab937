// Loaded before the bot with `node --import`. Told so by the parent process, it kills a process with SIGKILL before or after the
// n-th command to the database, or the n-th request to the chat platform; nothing in the product knows of it.
import { createRequire } from 'node:module';

/**
 * What to kill, and when. `before`: nothing of the call has left the process. `after`: its answer has come, but the product has not
 * seen it. `victim` is a process id.
 * @type {{ at: 'database' | 'http', side: 'before' | 'after', n: number, victim: number } | null}
 */
let point = null;
/** Calls since the last `arm`. */
let calls = { database: 0, http: 0 };

process.on('message', (message) => {
  if (message?.order === 'count') process.send({ answer: 'counted', ...calls });
  if (message?.order !== 'arm') return;
  point = message.point;
  calls = { database: 0, http: 0 };
});

/** Whether this call is the one; counts it. */
function isPoint(at) {
  calls[at] += 1;
  return point?.at === at && calls[at] === point.n;
}

function kill() {
  const { victim } = point;
  point = null;
  process.kill(victim, 'SIGKILL');
}

/** Does a call, with the kill before or after it where it is the point. */
async function through(at, call) {
  const here = isPoint(at) ? point.side : null;
  if (here === 'before') kill();
  try {
    return await call();
  } finally {
    if (here === 'after') kill();
  }
}

// The one place through which the driver sends a command and waits for its answer; the monitor's greetings are no commands.
const { Connection } = createRequire(import.meta.url)('mongodb/lib/cmap/connection.js');
const { command } = Connection.prototype;
Connection.prototype.command = function (...args) {
  const [name] = Object.keys(args[1]);
  if (name === 'hello' || name === 'ismaster') return command.apply(this, args);
  return through('database', () => command.apply(this, args));
};

// Calls to the chat platforms go through undici's agent. The kill after a call comes when all of its answer is here.
const { Agent } = createRequire(import.meta.url)('undici');
const { dispatch } = Agent.prototype;
const ends = ['onResponseEnd', 'onResponseError', 'onComplete', 'onError'];
Agent.prototype.dispatch = function (request, handler) {
  const here = isPoint('http') ? point.side : null;
  if (here === 'before') kill();
  if (here !== 'after') return dispatch.call(this, request, handler);
  const watched = new Proxy(handler, {
    get(target, name) {
      const value = target[name];
      if (typeof value !== 'function') return value;
      return (...args) => {
        if (ends.includes(name)) kill();
        return value.apply(target, args);
      };
    },
  });
  return dispatch.call(this, request, watched);
};

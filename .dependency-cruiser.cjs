/** Who may import whom: docs/architecture.md has the table in words. */
const open = '^src/(errors|clock|gather|group-by|html|i18n|in-turns|share)';
const may = (name, from, to) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^(src|adapters|commands|jobs)/', pathNot: [from, open, ...to] },
});

/** A type in one room may never be imported by its neighbour: adapters/slack by adapters/feishu, quality/finding by quality/action. */
const neighbours = (name, parent, shared = []) => ({
  name,
  severity: 'error',
  from: { path: `^${parent}/([^/]+)/` },
  to: { path: `^${parent}/([^/]+)/`, pathNot: [`^${parent}/$1/`, ...shared] },
});

/** A room within a room may import these of the rooms beside it, and what lies in no room. */
const room = (parent, name, rooms, others) => ({
  name: `${name}-in-${parent.replaceAll('/', '-')}`,
  severity: 'error',
  from: { path: `^${parent}/${name}/` },
  to: { path: `^${parent}/(${others.join('|')})/`, pathNot: [`^${parent}/(${[name, ...rooms].join('|')})/`] },
});
const recordRooms = ['shape', 'declaration', 'decide', 'card', 'search', 'store', 'common-moves'];
const inRecords = (name, rooms) => room('src/records', name, rooms, recordRooms);
const adapterRooms = ['receive', 'answer', 'render', 'send', 'people'];
const inAdapters = (name, rooms, platforms = ['slack', 'feishu', 'console']) =>
  platforms.map((platform) => room(`adapters/${platform}`, name, rooms, adapterRooms));

const cardTypes =
  '^src/chat/(card|file-ref|form|text|interaction|letter|message|out-file|place|port|reply|within)\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    { name: 'no-unknown', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^tsx/' } },
    may('chat-knows-nothing-of-ours', '^src/chat/', []),
    may('charts-know-cards-only', '^src/charts/', ['^src/chat/card\\.ts$']),
    may('calendar-knows-nothing-of-ours', '^src/calendar/', []),
    may('org', '^src/org/', ['^src/calendar/']),
    may('records', '^src/records/', ['^src/org/', '^src/calendar/', cardTypes]),
    may('quality', '^src/quality/', [
      '^src/records/',
      '^src/org/',
      '^src/calendar/',
      '^src/chat/(card|form|shorten-text|text)\\.ts$',
    ]),
    may('figures', '^src/figures/', ['^src/(quality|records|org|calendar)/', '^src/chat/(card|text)\\.ts$']),
    may('files', '^src/files/', ['^src/(org|records)/', '^src/outbox/fetching\\.ts$', cardTypes]),
    may('outbox', '^src/outbox/', ['^src/records/', cardTypes]),
    may('inbox', '^src/inbox/', ['^src/records/', cardTypes]),
    may('intake', '^src/intake/', ['^src/(org|records)/', '^src/quality/incident/']),
    may('letters', '^src/letters/', [
      '^src/(org|records|pages|files)/',
      '^src/outbox/letters\\.ts$',
      '^src/config/',
      cardTypes,
    ]),
    may('pages', '^src/pages/', [
      '^src/(quality|records|org|calendar|files)/',
      '^src/chat/(clean-text|interaction|text)\\.ts$',
      '^src/charts/',
      '^src/http/serve-pages\\.ts$',
    ]),
    may('schedule', '^src/schedule/', ['^src/records/', '^src/org/', '^src/outbox/', cardTypes]),
    may('http', '^src/http/', ['^src/chat/port\\.ts$', '^src/config/', '^src/files/file-access\\.ts$']),
    may('storage', '^src/storage/', [
      cardTypes,
      '^src/(files|records|org|outbox|inbox|intake|pages|schedule)/(store/)?[^/]+-model\\.ts$',
      '^adapters/console/messages\\.ts$',
    ]),
    may('embedded', '^src/storage/embedded/', []),
    may('commands', '^commands/', [
      '^jobs/(digest|next)/',
      '^src/(figures|files|quality|records|org|chat|schedule|calendar)/',
    ]),
    may('jobs', '^jobs/', ['^src/(figures|quality|records|org|chat|schedule|calendar)/']),
    may('http-client-knows-nothing-of-ours', '^src/http-client/', []),
    may('adapters', '^adapters/', [
      cardTypes,
      '^src/chat/(ask-handler|background|keep-rendered)\\.ts$',
      '^src/(charts|http-client)/',
    ]),
    neighbours('adapters-are-strangers', 'adapters'),
    inRecords('shape', []),
    inRecords('declaration', ['shape']),
    inRecords('decide', ['declaration', 'shape']),
    inRecords('common-moves', ['decide', 'declaration', 'shape']),
    inRecords('card', ['decide', 'declaration', 'shape']),
    inRecords('search', ['decide', 'declaration', 'shape', 'store']),
    inRecords('store', ['search', 'decide', 'declaration', 'shape']),
    ...inAdapters('render', [], ['slack', 'feishu']),
    // Its page shows who can be talked to.
    ...inAdapters('render', ['people'], ['console']),
    ...inAdapters('people', ['render']),
    ...inAdapters('send', ['render', 'people']),
    ...inAdapters('answer', ['render', 'send', 'people', 'receive']),
    ...inAdapters('receive', ['render', 'send', 'people', 'answer']),
    // What satisfaction is called is no record type: every type may say it.
    neighbours('record-types-are-strangers', 'src/quality', ['^src/quality/satisfaction/']),
    {
      name: 'mongoose-in-its-files-only',
      severity: 'error',
      from: { pathNot: ['-(model|repository)\\.ts$', '^src/storage/', '^src/schedule/run-agenda\\.ts$'] },
      to: { path: '(^|/)(mongoose|mongodb)(/|$)', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};

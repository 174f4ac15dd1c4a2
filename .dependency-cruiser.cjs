/**
 * Who may import whom: the table of the design, enforced by `npm run check`.
 * `from` may import only itself, what `may` lists, and npm packages unless `packages` narrows them.
 */
const folder = (name) => `^lan-server/${name}(/|\\.ts$)`;
const inside = [
  'backups',
  'people',
  'library',
  'reports',
  'interchange',
  'cards',
  'schedule',
  'network',
  'rehearsal',
];

function only(name, from, may, comment, packages = '.*') {
  const own = [from, ...may].join('|');
  return [
    {
      name,
      comment,
      severity: 'error',
      from: { path: from },
      to: {
        pathNot: `${own}|node_modules`,
        dependencyTypesNot: ['core', 'npm', 'npm-dev', 'npm-optional'],
      },
    },
    ...(packages === '.*'
      ? []
      : [
          {
            name: `${name}-packages`,
            comment: `${comment} Packages: ${packages}`,
            severity: 'error',
            from: { path: from },
            to: { path: 'node_modules', pathNot: `node_modules/(${packages})(/|$)` },
          },
        ]),
  ];
}

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    ...only(
      'contract-and-questions',
      '^lan-server/(contract|questions)/',
      [],
      'Contract and questions know zod, the distance of words, and each other.',
      'zod|fastest-levenshtein',
    ),
    ...only(
      'lesson',
      '^lan-server/lesson/',
      ['^lan-server/(contract|questions)/'],
      'The lesson is pure: no I/O, no packages.',
      'zod',
    ),
    {
      name: 'lesson-is-pure',
      severity: 'error',
      comment: 'No clock, file or network in the core.',
      from: { path: '^lan-server/(contract|questions|lesson)/' },
      to: { dependencyTypes: ['core'] },
    },
    ...only(
      'live',
      '^lan-server/live/',
      ['^lan-server/(lesson|contract|questions)/', folder('ports'), folder('log')],
      'Rooms know the lesson and the ports.',
      'zod',
    ),
    ...inside.flatMap((name) =>
      only(
        name,
        folder(name),
        ['^lan-server/(contract|questions)/', folder('ports'), folder('log')],
        `${name} knows contract, questions, ports and its own libraries; never its siblings or the gateway.`,
      ),
    ),
    ...only(
      'gateway',
      '^lan-server/gateway/',
      [
        '^lan-server/(contract|questions|live|lesson)/',
        `^lan-server/(${inside.join('|')})/`,
        folder('ports'),
        folder('log'),
      ],
      'The doors know all that is inside, and nothing of the database.',
    ),
    ...only(
      'db',
      '^db/',
      ['^lan-server/(contract|questions)/', folder('ports'), '^lan-server/lesson/events\\.ts$'],
      'The database knows the ports and what crosses the wire.',
      'better-sqlite3|zod|@types/better-sqlite3',
    ),
    {
      name: 'only-the-composer-touches-db',
      severity: 'error',
      from: { path: '^lan-server/', pathNot: '^lan-server/(compose/|(compose|entry|cli)\\.ts$)' },
      to: { path: '^db/' },
    },
    {
      name: 'sqlite-in-db-alone',
      severity: 'error',
      from: { pathNot: '^db/' },
      to: { path: 'node_modules/better-sqlite3' },
    },
    {
      name: 'express-and-sockets-at-the-door-alone',
      severity: 'error',
      from: { path: '^lan-server/', pathNot: '^lan-server/gateway/' },
      to: { path: 'node_modules/(express|socket\\.io|helmet)/' },
    },
    ...only(
      'renderer',
      '^renderer/',
      ['^lan-server/(contract|questions)/'],
      'Pages know themselves, and from the server what crosses the wire.',
    ),
    ...only('main', '^main/', [], 'The desktop shell knows Electron and itself.', 'electron'),
    {
      name: 'one-kind-never-another',
      severity: 'error',
      from: { path: '^(lan-server|renderer)/questions/([^/]+)/' },
      to: {
        path: '^(lan-server|renderer)/questions/([^/]+)/',
        pathNot: '^(lan-server|renderer)/questions/$2/',
      },
    },
    {
      name: 'one-page-never-another',
      severity: 'error',
      from: { path: '^renderer/(student|teacher|projector|remote|docs)/' },
      to: {
        path: '^renderer/(student|teacher|projector|remote|docs)/',
        pathNot: '^renderer/$1/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(\\.css|\\.json|\\.svg|\\.woff2)$' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.d.ts'],
    },
  },
};

/** Rules of direction: main → edges → ports and turn → understand, advisories, triage. Edges never import one another. */
const EDGES = ['teams', 'graph', 'storage', 'observe', 'local'];

const only = (name, packages, folders) => ({
  name,
  severity: 'error',
  comment: `${packages} is spoken in src/${folders} only`,
  from: { path: '^src/', pathNot: `^src/(${folders})/` },
  to: { path: `node_modules/(${packages})` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-orphans', severity: 'error', from: { orphan: true, pathNot: ['^src/(main|cli/|local/page/)'] }, to: {} },
    {
      name: 'triage-is-pure',
      severity: 'error',
      comment: 'the core imports nothing: no package, no node:, no other folder',
      from: { path: '^src/triage/' },
      to: { pathNot: '^src/triage/' },
    },
    {
      name: 'understand-is-pure',
      severity: 'error',
      from: { path: '^src/understand/' },
      to: { pathNot: '^src/(understand|triage)/' },
    },
    {
      name: 'proof-is-pure',
      severity: 'error',
      from: { path: '^src/proof/' },
      to: { pathNot: '^src/(proof|triage|knowledge)/' },
    },
    ...EDGES.map((edge) => ({
      name: `${edge}-imports-no-other-edge`,
      severity: 'error',
      from: { path: `^src/${edge}/` },
      to: { path: `^src/(${EDGES.filter((other) => other !== edge).join('|')}|turn|cli)/` },
    })),
    {
      name: 'the-middle-imports-no-edge',
      severity: 'error',
      comment: 'what is ours reaches the outside through ports',
      from: { path: '^src/(turn|alerts|helpdesk|advisories|cards|knowledge|doctor|access)/' },
      to: { path: `^src/(${EDGES.join('|')})/` },
    },
    {
      name: 'what-a-turn-stands-on-knows-no-turn',
      severity: 'error',
      from: { path: '^src/(alerts|helpdesk|advisories|cards|knowledge|doctor|access)/' },
      to: { path: '^src/turn/' },
    },
    { name: 'only-main-builds', severity: 'error', from: { pathNot: '^src/(main|cli/doctor).ts$' }, to: { path: '^src/(main|wire-[a-z]+).ts$' } },
    only('bot-sdk-in-teams-only', 'botbuilder|botframework-|restify', 'teams'),
    only('graph-client-in-graph-only', '@microsoft/microsoft-graph-client', 'graph'),
    only('azure-identity-at-its-edges-only', '@azure/identity', 'graph|teams'),
    only('sql-in-storage-only', 'pg/|pg-connection-string|pg-boss|@electric-sql', 'storage'),
    only('package-tools-in-manifest-only', '@microsoft/app-manifest|fflate|pngjs', 'manifest'),
    {
      name: 'manifest-is-no-part-of-the-server',
      severity: 'error',
      comment: 'its packages are there for development only',
      from: { path: '^src/', pathNot: '^src/(manifest/|cli/package.ts$)' },
      to: { path: '^src/manifest/' },
    },
    only('opentelemetry-in-observe-only', '@opentelemetry', 'observe'),
    only('templates-in-cards-only', 'adaptivecards-templating|adaptive-expressions', 'cards'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    parser: 'swc',
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'], exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};

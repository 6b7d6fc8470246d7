/**
 * Which file may import which, as errors. The order within a subgraph is
 *   schema -> resolvers (with loaders, jobs) -> domain -> store -> events
 * and reads as: what stands left may know what stands right, never the other way round.
 */
const subgraph = '^subgraphs/([^/]+)/';
/** Tests and what only they use may reach wherever they must to state a fact. */
const testCode = '\\.test\\.ts$|/test/|/testing/|\\.builder\\.ts$|^tests/';
const inputAndOutput =
  '^(node:)?(fs|fs/promises|net|tls|dns|dns/promises|http|http2|https|child_process|worker_threads|cluster|dgram|readline|repl|process)$';
/** The runtime's modules that compute and do nothing else. */
const pureRuntime =
  '^runtime/src/(api-key|csv-line|define-event|features|id|platform-error|refusal|smallest-group|viewer)\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one file, or a third one is missing.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'Nothing imports this file and it imports nothing: delete it, or name it as an entry point here.',
      from: {
        orphan: true,
        pathNot: [testCode, '(^|/)[^/]+\\.config\\.ts$', '\\.d\\.ts$', '\\.mjs$'],
      },
      to: {},
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      comment: 'The import leads nowhere: a misspelt path, or a package that package.json does not name.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-test-code-in-production',
      severity: 'error',
      comment: 'What tests need stays with the tests.',
      from: { pathNot: testCode },
      to: { path: testCode },
    },

    // Within a subgraph.
    {
      name: 'domain-knows-no-layer',
      severity: 'error',
      comment: 'domain/ holds pure rules over plain values. Read rows in the resolver or the job, and hand values in.',
      from: { path: `${subgraph}src/domain/`, pathNot: testCode },
      to: { path: '^subgraphs/$1/', pathNot: '^subgraphs/$1/src/(domain/|events/|rows(/|\\.ts$))' },
    },
    {
      name: 'domain-does-no-io',
      severity: 'error',
      comment:
        'domain/ takes plain values and gives plain values: no file, no socket, no database, no clock of the runtime.',
      from: { path: `${subgraph}src/domain/`, pathNot: testCode },
      to: {
        path: [
          inputAndOutput,
          '^(runtime|prisma)/',
          '(^|/)node_modules/(pg|ioredis|bullmq|undici|dataloader|pino|@prisma/[^/]+)/',
        ],
        pathNot: pureRuntime,
      },
    },
    {
      name: 'store-looks-down',
      severity: 'error',
      comment: 'store/ reads and writes rows. Who asks, and why, is decided above it.',
      from: { path: `${subgraph}src/store/`, pathNot: testCode },
      to: { path: '^subgraphs/$1/', pathNot: '^subgraphs/$1/src/(store/|domain/|events/|rows(/|\\.ts$))' },
    },
    {
      name: 'store-runs-no-rules',
      severity: 'error',
      comment: "store/ may name the domain's types; calling its rules from below turns the order round.",
      from: { path: `${subgraph}src/store/`, pathNot: testCode },
      to: { path: '^subgraphs/$1/src/domain/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'events-are-contracts',
      severity: 'error',
      comment: 'events/ is what other subgraphs read: define-event and zod, nothing that would travel along.',
      from: { path: `${subgraph}src/events/`, pathNot: testCode },
      to: { pathNot: ['^subgraphs/$1/src/events/', '^runtime/src/define-event\\.ts$', '(^|/)node_modules/zod/'] },
    },
    {
      name: 'loaders-look-down',
      severity: 'error',
      comment: 'loaders/ batch what stores read.',
      from: { path: `${subgraph}src/loaders/`, pathNot: testCode },
      to: { path: '^subgraphs/$1/src/(resolvers|jobs|generated)/|^subgraphs/$1/src/(main|context)\\.ts$' },
    },
    {
      name: 'jobs-know-no-resolver',
      severity: 'error',
      comment: 'A job has no viewer and no operation: what it shares with a resolver belongs in domain/ or store/.',
      from: { path: `${subgraph}src/jobs/`, pathNot: testCode },
      to: { path: '^subgraphs/$1/src/(resolvers|loaders|generated)/|^subgraphs/$1/src/(main|context)\\.ts$' },
    },
    {
      name: 'only-the-outside-imports-main',
      severity: 'error',
      comment: 'main.ts puts the subgraph together; nothing inside may need the whole.',
      from: { path: `${subgraph}src/`, pathNot: testCode },
      to: { path: '^subgraphs/$1/src/main\\.ts$' },
    },

    // Between the parts of the house.
    {
      name: 'subgraphs-meet-at-events',
      severity: 'error',
      comment: "Another subgraph is reached by its events (its '/events' entry) or by the graph, never by its code.",
      from: { path: subgraph, pathNot: testCode },
      to: { path: '^subgraphs/', pathNot: ['^subgraphs/$1/', '^subgraphs/[^/]+/src/events/index\\.ts$'] },
    },
    {
      name: 'subgraphs-know-no-router',
      severity: 'error',
      comment: 'A subgraph stands on runtime/ and its own Prisma client, so that it can run as a service of its own.',
      from: { path: '^subgraphs/', pathNot: testCode },
      to: { path: '^(router|stack|web|tests)/' },
    },
    {
      name: 'own-prisma-client-only',
      severity: 'error',
      comment: "Each subgraph has a client of its own Postgres schema; another's tables are not its business.",
      from: { path: subgraph, pathNot: testCode },
      to: { path: '^prisma/generated/', pathNot: '^prisma/generated/$1/' },
    },
    {
      name: 'router-reads-identity-only',
      severity: 'error',
      comment: 'The router signs people in; everything else it asks a subgraph.',
      from: { path: '^router/', pathNot: testCode },
      to: { path: '^prisma/generated/', pathNot: '^prisma/generated/identity/' },
    },
    {
      name: 'runtime-stands-alone',
      severity: 'error',
      comment: 'runtime/ is what everything stands on: it knows nothing of what stands on it.',
      from: { path: '^(runtime|prisma)/', pathNot: testCode },
      to: { path: '^(subgraphs|router|stack|web|tests)/' },
    },
    {
      name: 'router-knows-no-subgraph',
      severity: 'error',
      comment: 'The router knows the supergraph and endpoints. It serves any Federation 2 graph.',
      from: { path: '^router/', pathNot: testCode },
      to: { path: '^(subgraphs|stack|web|tests)/' },
    },
    {
      name: 'stack-enters-by-the-door',
      severity: 'error',
      comment: 'The stack imports a subgraph by its name, so by what its package.json exports, and by no path into it.',
      from: { path: '^stack/', pathNot: testCode },
      to: { path: '^subgraphs/', dependencyTypes: ['local'] },
    },
    {
      name: 'web-has-no-server-code',
      severity: 'error',
      comment: 'The cockpit knows the graph by its operations. Manifests are data and may be read.',
      from: { path: '^web/' },
      to: {
        path: ['^(runtime|prisma|router|stack|subgraphs|tests)/', '(^|/)node_modules/@teei/'],
        pathNot: '^router/manifests/[^/]+\\.json$',
      },
    },
    {
      name: 'server-has-no-web-code',
      severity: 'error',
      comment: 'The cockpit is built and served as files.',
      from: { path: '^(runtime|prisma|router|stack|subgraphs)/' },
      to: { path: '^web/' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '/generated/'] },
    exclude: { path: ['/dist/', '^[^/]+/node_modules/', '^subgraphs/[^/]+/node_modules/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
    cache: { folder: 'node_modules/.cache/dependency-cruiser', strategy: 'content' },
  },
};

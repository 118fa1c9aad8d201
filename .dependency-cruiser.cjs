// Layers: client → shared ← server. Type-only imports count: a layer that knows another's types knows it.
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Files that need each other are one thing or three: move what both need to a third.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'shared-knows-only-shared',
      severity: 'error',
      comment:
        'shared/ is pure: it imports shared/, and @noble/hashes. (zod and @noble/curves: see the next rules.)',
      from: { path: '^shared/' },
      to: { pathNot: '^(shared/|node_modules/(@noble/(hashes|curves)|zod)/)' },
    },
    {
      name: 'curves-only-behind-the-beacon',
      severity: 'error',
      comment: 'The curve is large: pages fetch the one file that knows it when they need it.',
      from: { path: '^(shared|client|server)/', pathNot: '^shared/draw/beacon-signature\\.ts$' },
      to: { path: '^node_modules/@noble/curves/' },
    },
    {
      name: 'zod-only-in-wire',
      severity: 'error',
      comment:
        'Schemas of what travels live in shared/wire*.ts, those of what is stored in meeting/events/; the rest trusts the types.',
      from: {
        path: '^shared/',
        pathNot:
          '^shared/(wire[^/]*|meeting/events/(stored(-spread|-who|-result)?|event|parse))\\.ts$',
      },
      to: { path: '^node_modules/zod/' },
    },
    {
      name: 'client-knows-only-shared',
      severity: 'error',
      comment:
        'The client renders views and sends commands; it shares code with nobody but shared/.',
      from: { path: '^client/' },
      to: { path: '^(server|scripts|test)/' },
    },
    {
      name: 'client-runs-in-a-browser',
      severity: 'error',
      from: { path: '^(client|shared)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'server-knows-only-shared',
      severity: 'error',
      comment: 'The server never imports the client, nor tools nor tests.',
      from: { path: '^server/' },
      to: { path: '^(client|scripts|test)/' },
    },
    {
      name: 'server-needs-no-development-package',
      severity: 'error',
      from: { path: '^server/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '/@types/' },
    },
    {
      name: 'phone-imports-types-of-zod-only',
      severity: 'error',
      comment: "zod's values cost a phone 23 KB: write `import type`.",
      from: { path: '^client/(phone|live|ui)/' },
      to: { path: '^node_modules/zod/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?raw$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.css', '.sql'],
    },
  },
};

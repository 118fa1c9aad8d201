// What is really loaded: type-only imports are gone here. Keeps zod off the phone, through any number of files.
const { options } = require('./.dependency-cruiser.cjs');

module.exports = {
  forbidden: [
    {
      name: 'phone-loads-no-zod',
      severity: 'error',
      comment:
        "zod's values cost a phone 23 KB: import the types of shared/wire*.ts, not its schemas.",
      from: { path: '^client/(phone|live|ui)/' },
      to: { path: '^node_modules/zod/', reachable: true },
    },
  ],
  options: { ...options, tsPreCompilationDeps: false },
};

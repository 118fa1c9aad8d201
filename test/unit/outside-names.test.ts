// The lint rule that keeps names from outside out of plain objects.
import { RuleTester } from 'eslint';
import { describe, it } from 'vitest';
import tseslint from 'typescript-eslint';
import { outsideNames } from '../../scripts/lint/outside-names.mjs';

RuleTester.describe = describe;
RuleTester.it = it;

const tester = new RuleTester({
  languageOptions: {
    parser: tseslint.parser,
    parserOptions: {
      projectService: { allowDefaultProject: ['*.ts'], defaultProject: 'tsconfig.json' },
      tsconfigRootDir: new URL('../..', import.meta.url).pathname,
    },
  },
});

const given = `
type Id = string & { readonly [mark]: 'id' }; declare const mark: unique symbol;
declare const name: string, id: Id, one: 'zh' | 'en', n: number, any: unknown, path: \`r-\${string}\`;
declare const record: Record<string, number>, byId: Record<Id, number>, list: readonly number[];
declare const closed: Record<'zh' | 'en', number>, text: string, maybe: string | undefined;
`;
const fine = (code: string) => ({ code: given + code, filename: 'a.ts' });
const wrong = (code: string, messageId: string) => ({
  ...fine(code),
  errors: [{ messageId }],
});

// eslint's own types and typescript-eslint's name the same rule differently.
tester.run('outside-names', outsideNames as never, {
  valid: [
    'record.known; record["known"]; closed[one]; list[n]; text[n]; list[0];',
    'const table = { zh: 1, en: 2 } as const; table[one];',
    'function f<K extends keyof typeof closed>(k: K) { return closed[k]; }',
    '"known" in record;',
    'const made = { [name]: 1, ...record };',
    'text.replace("a", "b"); text.replace(name, () => name); text.replaceAll(name, "");',
    'Object.assign({}, { known: 1 }); for (const key of Object.keys(record)) void key;',
    'new Map([[name, 1]]).get(name);',
  ].map(fine),
  invalid: [
    ...[
      'record[name];',
      'record[id];',
      'byId[id];',
      'record[path];',
      'record[`r-${name}`];',
      'record[name] = 1;',
      'delete record[name];',
      '(closed as Record<string, number>)[name];',
      'const { [name]: x } = record;',
      'function f<K extends string>(k: K) { return record[k]; }',
      'function f<T>(r: T, k: keyof T & string) { return r[k]; }',
      'if (maybe !== undefined) record[maybe];',
      '(list as any)[any as string];',
    ].map((code) => wrong(code, 'lookup')),
    wrong('name in record;', 'in'),
    wrong('id in byId;', 'in'),
    wrong('one in record;', 'in'),
    wrong('text.replace("a", name);', 'replacement'),
    wrong('text.replaceAll(/a/g, id);', 'replacement'),
    wrong('Object.assign({}, record);', 'assign'),
    wrong('for (const key in record) void key;', 'forIn'),
  ],
});

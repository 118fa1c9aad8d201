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
declare const tuple: [string, string];
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
    'Reflect.get(closed, one); Reflect.ownKeys(record);',
    'name as Id; one as "zh"; (name as unknown) as { a: 1 }; ({ a: name }) as const;',
    'const part = "a" + "b"; new RegExp(`^${part}{${String(n)}}`); new RegExp(/a/, "u"); new RegExp(["a", part].join("|")); text.match(/a/);',
    'Object.assign(record, { [one]: 1, [Symbol.for("x")]: 1 });',
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
    ...[
      'Object.assign({}, { ...record });',
      'Object["assign"]({}, record);',
      'Object.assign({}, { [name]: 1 });',
    ].map((code) => wrong(code, 'assign')),
    ...[
      'Reflect.get(record, name);',
      'Reflect.has(record, id);',
      'Reflect["set"](record, name, 1);',
    ].map((code) => wrong(code, 'lookup')),
    ...[
      'closed[name as keyof typeof closed];',
      'closed[name as never];',
      'const { [name as "zh"]: x } = closed;',
      'const known = name as "zh" | "en"; closed[known];',
      'const known: "zh" = JSON.parse(text) as "zh";',
    ].map((code) => wrong(code, 'cast')),
    ...[
      'new RegExp(name);',
      'RegExp(`^${name}$`);',
      'text.match(name);',
      'text.search("a" + name);',
      'let part = "a"; part = name; new RegExp(part);',
    ].map((code) => wrong(code, 'pattern')),
    ...['text["replace"]("a", name);', 'text.replace(...tuple);'].map((code) =>
      wrong(code, 'replacement'),
    ),
    wrong('for (const key in record) void key;', 'forIn'),
  ],
});

// Counts the places that ask for a kind of item or a purpose of draw by its name, outside the catalogues that answer for
// each: `npm run check` holds them to the limits below. The names are read from the types themselves.
//
// Counted, by what the compiler knows of the types and not by how a thing is spelt:
// - a comparison (=== !== == !=) of a kind with one name, also where that name comes from a constant;
// - each `case` of a switch over kinds;
// - a name that is passed to a function, `Set` or `Map` which takes kinds, or stands in an array of kinds;
// - a look-up by a name in a table of kinds (`table.score`, `table['score']`);
// - `'field' in x` where x is a union told apart by its kind.
// Tables, apart from these: an object literal, or the fields of a type, with one entry for each of several kinds.
//
// A value is a kind where all the strings that its type allows are names of kinds (or one of BESIDE), or at least three
// of them are: a wider union hides nothing. Making an item (`{ kind: 'score', … }`) asks nothing and is not counted;
// nor are types, which the compiler checks whole. A round's own `live` and `written` are no kinds of items.
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Where each kind or purpose answers for itself. */
const CATALOGUES = [
  /^shared\/meeting\/agenda\/(item|kind|kinds)\.ts$/,
  /^shared\/meeting\/agenda\/kinds\//,
  /^shared\/meeting\/draws\/(purpose|purposes)\.ts$/,
  /^shared\/meeting\/draws\/purposes\//,
  /^shared\/views\/kinds(\.ts$|\/)/,
  /^shared\/text\/(kinds|purposes)\.ts$/,
  /^client\/[a-z-]+(\/[a-z-]+)?\/kinds(\.tsx?$|\/)/,
];

/** Where the names come from, what else stands beside them on pages, and how many places may still ask by name. */
const FAMILIES = [
  {
    name: 'kinds',
    from: { file: 'shared/meeting/agenda/item.ts', type: 'ItemBody', field: 'kind' },
    beside: ['idle', 'turn'],
    most: { 'shared, server': 1, client: 4, tables: 0 },
  },
  {
    name: 'purposes',
    from: { file: 'shared/meeting/agenda/item.ts', type: 'DrawSettings', field: 'purpose' },
    beside: [],
    most: { 'shared, server': 0, client: 0, tables: 0 },
  },
];

/**
 * Counts in the given files of the project.
 *
 * @param {readonly string[]} files absolute
 * @returns {readonly {
 *   readonly family: string;
 *   readonly names: readonly string[];
 *   readonly most: Readonly<Record<string, number>>;
 *   readonly found: readonly Found[];
 * }[]}
 */
export function literalKinds(files) {
  const program = ts.createProgram(files, {
    ...{ target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, strict: true },
    ...{ moduleResolution: ts.ModuleResolutionKind.Bundler, jsx: ts.JsxEmit.ReactJSX },
    ...{ allowImportingTsExtensions: true, noEmit: true, skipLibCheck: true },
    ...{ lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'], types: [] },
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
  });
  const checker = program.getTypeChecker();
  const own = new Set(files);
  return FAMILIES.map(({ name, from, beside, most }) => {
    const names = namesOf(program, checker, from);
    const asks = new Asks(checker, names, beside);
    const found = program.getSourceFiles().flatMap((source) => {
      const path = relative(root, source.fileName);
      if (!own.has(source.fileName) || CATALOGUES.some((one) => one.test(path))) return [];
      return asks.in(source).map((one) => ({ ...one, path }));
    });
    return { family: name, names: [...names], most, found };
  });
}

/** @typedef {{ readonly path: string; readonly line: number; readonly what: 'test' | 'table'; readonly text: string }} Found */

/**
 * @param {ts.Program} program
 * @param {ts.TypeChecker} checker
 * @param {{ readonly file: string; readonly type: string; readonly field: string }} from
 * @returns {ReadonlySet<string>}
 */
function namesOf(program, checker, { file, type, field }) {
  const source = program.getSourceFile(join(root, file));
  const symbol = source && checker.getSymbolAtLocation(source);
  const exported = symbol && checker.getExportsOfModule(symbol).find(({ name }) => name === type);
  const property = exported && checker.getDeclaredTypeOfSymbol(exported).getProperty(field);
  if (!source || !property) throw new Error(`${file} has no ${type}.${field}`);
  return new Set(textsOf(checker, checker.getTypeOfSymbolAtLocation(property, source)).names);
}

/** What asks for one family of names. */
class Asks {
  #checker;
  #names;
  #beside;

  /**
   * @param {ts.TypeChecker} checker
   * @param {ReadonlySet<string>} names
   * @param {readonly string[]} beside
   */
  constructor(checker, names, beside) {
    this.#checker = checker;
    this.#names = names;
    this.#beside = new Set(beside);
  }

  /**
   * @param {ts.SourceFile} source
   * @returns {readonly Omit<Found, 'path'>[]}
   */
  in(source) {
    /** @type {Omit<Found, 'path'>[]} */
    const found = [];
    /** @param {ts.Node} node */
    const visit = (node) => {
      const what = this.#isTable(node) ? 'table' : this.#isTest(node) ? 'test' : null;
      if (what !== null) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
        const [text = ''] = node.getText(source).split('\n');
        found.push({ line: line + 1, what, text });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  }

  /**
   * @param {ts.Node} node
   * @returns {boolean}
   */
  #isTest(node) {
    if (ts.isBinaryExpression(node)) {
      const { left, right, operatorToken } = node;
      if (operatorToken.kind === ts.SyntaxKind.InKeyword)
        return ts.isStringLiteral(left) && this.#isToldApart(right);
      return (
        COMPARING.has(operatorToken.kind) &&
        ((this.#isName(left) && this.#isKind(this.#typeOf(right), right)) ||
          (this.#isName(right) && this.#isKind(this.#typeOf(left), left)))
      );
    }
    if (ts.isCaseClause(node))
      return (
        this.#isName(node.expression) &&
        this.#isKind(this.#typeOf(node.parent.parent.expression), node.parent.parent.expression)
      );
    if (ts.isPropertyAccessExpression(node))
      return this.#names.has(node.name.text) && this.#isTableType(this.#typeOf(node.expression));
    if (ts.isElementAccessExpression(node))
      return (
        this.#isName(node.argumentExpression) && this.#isTableType(this.#typeOf(node.expression))
      );
    if (!ts.isStringLiteral(node) || !this.#names.has(node.text)) return false;
    const { parent } = node;
    if (ts.isArrayLiteralExpression(parent)) {
      const wanted = this.#checker.getContextualType(node);
      // A type of this name alone is the compiler's guess from the very word.
      return wanted && wanted.isUnion() && !isOpen(wanted)
        ? this.#isKind(wanted, node)
        : parent.elements.length > 1 &&
            parent.elements.every((one) => ts.isStringLiteral(one) && this.#isOne(one.text));
    }
    if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
      const wanted = this.#checker.getContextualType(node);
      return wanted !== undefined && this.#isKind(wanted, node);
    }
    return false;
  }

  /**
   * @param {ts.Node} node
   * @returns {boolean}
   */
  #isTable(node) {
    /** @type {readonly ts.Node[] | null} */
    const members = ts.isObjectLiteralExpression(node)
      ? node.properties
      : ts.isInterfaceDeclaration(node) || ts.isTypeLiteralNode(node)
        ? node.members
        : null;
    const keys = members?.flatMap((member) => {
      const { name } = /** @type {{ name?: ts.Node }} */ (member);
      return name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? [name.text] : [];
    });
    return keys !== undefined && this.#areNames(keys) && keys.length > 1;
  }

  /**
   * @param {ts.Node} node
   * @returns {boolean}
   */
  #isName(node) {
    const { names, open } = textsOf(this.#checker, this.#typeOf(node));
    const [only] = names;
    return !open && names.length === 1 && only !== undefined && this.#names.has(only);
  }

  /**
   * Whether a value of this type says a kind.
   *
   * @param {ts.Type} type
   * @param {ts.Node} node
   * @returns {boolean}
   */
  #isKind(type, node) {
    const { names, open } = textsOf(this.#checker, type);
    if (open) return ts.isPropertyAccessExpression(node) && FIELDS.has(node.name.text);
    return this.#areNames(names);
  }

  /** @param {readonly string[]} texts */
  #areNames(texts) {
    const known = texts.filter((one) => this.#names.has(one)).length;
    return known >= ENOUGH || (known > 0 && texts.every((one) => this.#isOne(one)));
  }

  /** @param {string} text */
  #isOne(text) {
    return this.#names.has(text) || this.#beside.has(text);
  }

  /**
   * A table with an entry for each of several kinds.
   *
   * @param {ts.Type} type
   */
  #isTableType(type) {
    const keys = type.getProperties().map(({ name }) => name);
    return keys.length > 1 && keys.length < WIDEST && this.#areNames(keys);
  }

  /** @param {ts.Node} node */
  #isToldApart(node) {
    const type = this.#typeOf(node);
    return (
      type.isUnion() &&
      [...FIELDS].some((field) => {
        const property = type.getProperty(field);
        return (
          property !== undefined &&
          this.#isKind(this.#checker.getTypeOfSymbolAtLocation(property, node), node)
        );
      })
    );
  }

  /** @param {ts.Node} node */
  #typeOf(node) {
    return this.#checker.getTypeAtLocation(node);
  }
}

/** So many names of one family in one type are no chance. */
const ENOUGH = 3;
/** Objects with more fields than this are no tables of kinds: a text with all that a page says. */
const WIDEST = 20;
const FIELDS = new Set(FAMILIES.map(({ from }) => from.field));
const COMPARING = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
]);

/** @param {ts.Type} type */
function isOpen(type) {
  return Boolean(type.flags & (ts.TypeFlags.String | ts.TypeFlags.Any | ts.TypeFlags.Unknown));
}

/**
 * The strings that a type allows, and whether it allows any other.
 *
 * @param {ts.TypeChecker} checker
 * @param {ts.Type} type
 * @returns {{ readonly names: readonly string[]; readonly open: boolean }}
 */
function textsOf(checker, type) {
  if (type.isUnion()) {
    const parts = type.types.map((one) => textsOf(checker, one));
    return { names: parts.flatMap(({ names }) => names), open: parts.some(({ open }) => open) };
  }
  if (type.isStringLiteral()) return { names: [type.value], open: false };
  if (isOpen(type)) return { names: [], open: true };
  const bound = type.isTypeParameter() ? checker.getBaseConstraintOfType(type) : undefined;
  return bound ? textsOf(checker, bound) : { names: [], open: false };
}

/** @param {Found} found */
function sideOf({ path, what }) {
  if (what === 'table') return 'tables';
  return path.startsWith('client/') ? 'client' : 'shared, server';
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const files = ts.sys
    .readDirectory(root, ['.ts', '.tsx'], ['node_modules'], ['shared', 'server', 'client'])
    .map((file) => join(root, relative(root, file)));
  const list = process.argv.includes('--list');
  for (const { family, most, found } of literalKinds(files)) {
    for (const [side, limit] of Object.entries(most)) {
      const here = found.filter((one) => sideOf(one) === side);
      const places = new Set(here.map(({ path }) => path)).size;
      console.log(
        `${family}, ${side}: ${String(here.length)} in ${String(places)} files (at most ${String(limit)})`,
      );
      const over = here.length > limit;
      if (over) process.exitCode = 1;
      if (over || list)
        for (const { path, line, text } of here) console.log(`  ${path}:${String(line)}  ${text}`);
    }
  }
}

// Lint rule: a name that came from outside is never looked up in a plain object, where `constructor` and `__proto__` are.
import { AST_NODE_TYPES, ASTUtils, ESLintUtils } from '@typescript-eslint/utils';
import ts from 'typescript';

/** @typedef {import('@typescript-eslint/utils').TSESTree.Node} Node */

/**
 * Refuses `object[name]`, `{ [name]: x } = object` and `Reflect.get(object, name)` where the type of `name` does not say
 * which names there can be; `name in object` whatever that type; `text.replace(pattern, outside)`, where `$&` is code, and
 * patterns made of such text; and `Object.assign` and `for … in`, which write and read through the prototype. A number is no
 * such name, and a closed union of literals is safe: what comes from outside becomes one only by a check, never by `as`.
 */
export const outsideNames = ESLintUtils.RuleCreator.withoutDocs({
  meta: {
    type: 'problem',
    schema: [],
    defaultOptions: [],
    messages: {
      lookup: 'Any name can come here, also `constructor`: use a Map, or own() of shared/own.ts.',
      in: 'Any name can come here, also `constructor`: use a Map, or hasOwn() of shared/own.ts.',
      replacement: '`$&` in this text would be code: give a function that returns it.',
      assign: 'Object.assign writes `__proto__` through: spread into a new object.',
      cast: 'Any name can come here, also `constructor`: look whether it is one of these, do not just say so.',
      pattern:
        'This text would be read as a pattern: look for it with includes, startsWith or split.',
      forIn: 'for … in also visits what is inherited: use Object.keys or Object.entries.',
    },
  },
  create(context) {
    const services = ESLintUtils.getParserServices(context);
    const checker = services.program.getTypeChecker();

    /** @param {Node} node */
    const isOpen = (node) => isOpenName(checker, services.getTypeAtLocation(node));

    /** @param {Node | undefined} node */
    const pattern = (node) => {
      if (node && isOpen(node) && !isOurs(node)) context.report({ node, messageId: 'pattern' });
    };

    /**
     * Whether a text is made of constants of the program alone.
     *
     * @param {Node} node
     * @returns {boolean}
     */
    const isOurs = (node) => {
      if (!isOpen(node)) return true;
      switch (node.type) {
        case AST_NODE_TYPES.TemplateLiteral:
          return node.expressions.every(isOurs);
        case AST_NODE_TYPES.BinaryExpression:
          return isOurs(node.left) && isOurs(node.right);
        case AST_NODE_TYPES.CallExpression:
          return (
            node.arguments.every(isOurs) &&
            (node.callee.type === AST_NODE_TYPES.MemberExpression
              ? node.callee.object.type === AST_NODE_TYPES.ArrayExpression &&
                node.callee.object.elements.every((one) => one !== null && isOurs(one))
              : node.callee.type === AST_NODE_TYPES.Identifier && node.callee.name === 'String')
          );
        case AST_NODE_TYPES.Identifier: {
          const [definition] =
            ASTUtils.findVariable(context.sourceCode.getScope(node), node)?.defs ?? [];
          return (
            definition?.node.type === AST_NODE_TYPES.VariableDeclarator &&
            definition.parent?.type === AST_NODE_TYPES.VariableDeclaration &&
            definition.parent.kind === 'const' &&
            definition.node.init !== null &&
            isOurs(definition.node.init)
          );
        }
        default:
          return false;
      }
    };

    /**
     * Written out name by name.
     *
     * @param {Node} node
     * @returns {boolean}
     */
    const isPlainRecord = (node) =>
      node.type === AST_NODE_TYPES.ObjectExpression &&
      node.properties.every(
        (one) => one.type === AST_NODE_TYPES.Property && !(one.computed && isOpen(one.key)),
      );

    return {
      MemberExpression(node) {
        if (node.computed && isOpen(node.property))
          context.report({ node: node.property, messageId: 'lookup' });
      },
      'ObjectPattern > Property[computed=true]'(
        /** @type {import('@typescript-eslint/utils').TSESTree.Property} */ { key },
      ) {
        if (isOpen(key)) context.report({ node: key, messageId: 'lookup' });
      },
      "BinaryExpression[operator='in']"(
        /** @type {import('@typescript-eslint/utils').TSESTree.BinaryExpression} */ { left },
      ) {
        if (left.type !== AST_NODE_TYPES.PrivateIdentifier && left.type !== AST_NODE_TYPES.Literal)
          context.report({ node: left, messageId: 'in' });
      },
      /** @param {import('@typescript-eslint/utils').TSESTree.CallExpression} node */
      CallExpression(node) {
        const { callee, arguments: given } = node;
        const method = methodOf(callee);
        const of =
          callee.type === AST_NODE_TYPES.MemberExpression &&
          callee.object.type === AST_NODE_TYPES.Identifier &&
          callee.object.name;
        const [first, second] = given;
        const spread = given.find(({ type }) => type === AST_NODE_TYPES.SpreadElement);
        if (of === 'Reflect') {
          if (spread ?? (second && isOpen(second)))
            context.report({ node: spread ?? second ?? node, messageId: 'lookup' });
        } else if (of === 'Object' && method === 'assign') {
          if (!given.slice(1).every(isPlainRecord)) context.report({ node, messageId: 'assign' });
        } else if (method === 'replace' || method === 'replaceAll') {
          // As a method of a text it takes two; of others, like history or location, it takes what it takes.
          const by = spread ?? (given.length === 2 ? second : undefined);
          if (by && (by === spread || isOpen(by)))
            context.report({ node: by, messageId: 'replacement' });
        } else if (['match', 'matchAll', 'search'].includes(method) && given.length === 1) {
          if (first && isOpen(first) && !isOurs(first))
            context.report({ node: first, messageId: 'pattern' });
        } else if (callee.type === AST_NODE_TYPES.Identifier && callee.name === 'RegExp')
          pattern(first);
      },
      NewExpression({ callee, arguments: [first] }) {
        if (callee.type === AST_NODE_TYPES.Identifier && callee.name === 'RegExp') pattern(first);
      },
      'TSAsExpression, TSTypeAssertion'(
        /** @type {import('@typescript-eslint/utils').TSESTree.TSAsExpression} */ node,
      ) {
        if (isClosedText(services.getTypeAtLocation(node)) && isOpen(node.expression))
          context.report({ node, messageId: 'cast' });
      },
      ForInStatement(node) {
        context.report({ node, messageId: 'forIn' });
      },
    };
  },
});

/**
 * The name of the method that is called: also of `text['replace']`.
 *
 * @param {Node} callee
 * @returns {string}
 */
function methodOf(callee) {
  if (callee.type !== AST_NODE_TYPES.MemberExpression) return '';
  const { property } = callee;
  if (property.type === AST_NODE_TYPES.Literal) return String(property.value);
  return property.type === AST_NODE_TYPES.Identifier && !callee.computed ? property.name : '';
}

/**
 * One of certain texts, or none at all.
 *
 * @param {ts.Type} type
 * @returns {boolean}
 */
function isClosedText(type) {
  if (type.isUnion()) return type.types.every(isClosedText);
  return Boolean(type.flags & (ts.TypeFlags.StringLiteral | ts.TypeFlags.Never));
}

/** Types that hold strings which the program does not name. */
const OPEN =
  ts.TypeFlags.Any |
  ts.TypeFlags.Unknown |
  ts.TypeFlags.String |
  ts.TypeFlags.TemplateLiteral |
  ts.TypeFlags.StringMapping;

/**
 * Whether a value of this type can be a string that the program does not name: `string`, a branded id, a template, or
 * something unknown. What is generic is as open as what it extends.
 *
 * @param {ts.TypeChecker} checker
 * @param {ts.Type} type
 * @returns {boolean}
 */
function isOpenName(checker, type) {
  if (type.isUnion()) return type.types.some((one) => isOpenName(checker, one));
  // A branded id is a string that an object type marks.
  if (type.isIntersection()) return type.types.some(({ flags }) => Boolean(flags & OPEN));
  const bound = checker.getBaseConstraintOfType(type);
  if (bound !== undefined && bound !== type) return isOpenName(checker, bound);
  return Boolean(type.flags & OPEN) || type.isTypeParameter();
}

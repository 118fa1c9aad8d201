// Lint rule: a name that came from outside is never looked up in a plain object, where `constructor` and `__proto__` are.
import { AST_NODE_TYPES, ESLintUtils } from '@typescript-eslint/utils';
import ts from 'typescript';

/** @typedef {import('@typescript-eslint/utils').TSESTree.Node} Node */

/**
 * Refuses `object[name]` and `{ [name]: x } = object` where the type of `name` does not say which names there can be;
 * `name in object` whatever that type; `text.replace(pattern, outside)`, where `$&` is code; and `Object.assign` and
 * `for … in`, which write and read through the prototype. A number is no such name, and a closed union of literals is
 * safe: what comes from outside becomes one only by a check.
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
      forIn: 'for … in also visits what is inherited: use Object.keys or Object.entries.',
    },
  },
  create(context) {
    const services = ESLintUtils.getParserServices(context);
    const checker = services.program.getTypeChecker();

    /** @param {Node} node */
    const isOpen = (node) => isOpenName(checker, services.getTypeAtLocation(node));

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
      'CallExpression[callee.property.name=/^(replace|replaceAll)$/][arguments.length=2]'(
        /** @type {import('@typescript-eslint/utils').TSESTree.CallExpression} */ {
          arguments: given,
        },
      ) {
        const [, by] = given;
        if (by && isOpen(by)) context.report({ node: by, messageId: 'replacement' });
      },
      "CallExpression[callee.object.name='Object'][callee.property.name='assign']"(
        /** @type {import('@typescript-eslint/utils').TSESTree.CallExpression} */ node,
      ) {
        const [, ...from] = node.arguments;
        if (!from.every(({ type }) => type === AST_NODE_TYPES.ObjectExpression))
          context.report({ node, messageId: 'assign' });
      },
      ForInStatement(node) {
        context.report({ node, messageId: 'forIn' });
      },
    };
  },
});

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

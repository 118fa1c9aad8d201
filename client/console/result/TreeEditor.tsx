// The components of a result as a tree: each with its source, its weight, and the lane of 100 marks on which its part lies.
import type { CSSProperties, KeyboardEvent } from 'react';
import type { PlanNode, PlanRules, PlanSource } from '../../../shared/meeting/result/plan.ts';
import { planText } from '../../../shared/text/plan.ts';
import { add } from '../../../shared/scoring/sums.ts';
import { fromShare, rational, toDecimal, type Rational } from '../../../shared/scoring/rational.ts';
import { shareOf, shortest } from '../../../shared/views/numbers/shown-rows.ts';
import type { ResultPage } from '../../../shared/views/slices/result-slices.ts';
import { useText } from '../../ui/language.ts';
import { Slot } from '../../ui/Slot.tsx';
import { TypedInput } from '../../ui/TypedInput.tsx';
import { Button } from '../../ui/Button.tsx';
import { changed, sizeKey, withLeaf } from './plan-draft.ts';
import styles from './Plan.module.css';

interface Line {
  readonly node: PlanNode;
  readonly parent: PlanNode;
  readonly level: number;
  /** Of 100: where its part begins, and how wide it is. */
  readonly from: Rational;
  readonly share: Rational;
}

export function TreeEditor({
  plan,
  tree,
  stands,
  page,
  onChange,
}: {
  readonly plan: PlanRules;
  readonly tree: PlanNode;
  /** The tree as it is saved; null where none is. */
  readonly stands: PlanNode | null;
  readonly page: ResultPage;
  readonly onChange: (tree: PlanNode) => void;
}) {
  const text = useText(planText);
  const lines = linesOf(tree);
  const before = new Map(stands ? linesOf(stands).map((one) => [one.node.id, one.node]) : []);
  const first = 'children' in tree ? tree.combine : 'weighted';
  return (
    <div className={styles['tree']}>
      <div className={styles['heads']} aria-hidden="true">
        <span>{text.name}</span>
        <span>{text.source}</span>
        <span>{first === 'points' ? text.points : text.weight}</span>
        <span>{text.place}</span>
        <span>{text.share}</span>
      </div>
      {lines.map((line) => (
        <TreeLine
          key={line.node.id}
          line={line}
          was={before.get(line.node.id)}
          page={page}
          onChange={(change) => {
            onChange(changed(tree, line.node.id, change));
          }}
          onAdd={() => {
            onChange(changed(tree, line.node.id, (one) => withLeaf(plan, one, text.newName)));
          }}
        />
      ))}
      <div className={styles['foot']}>
        <Button
          onClick={() => {
            onChange(withLeaf(plan, tree, text.newName));
          }}
        >
          {text.add}
        </Button>
        <span className={styles['scale']} aria-hidden="true">
          <i>0</i>
          <i>100</i>
        </span>
        <b>100</b>
      </div>
    </div>
  );
}

function TreeLine({
  line: { node, parent, level, from, share },
  was,
  page,
  onChange,
  onAdd,
}: {
  readonly line: Line;
  readonly was: PlanNode | undefined;
  readonly page: ResultPage;
  readonly onChange: (change: (node: PlanNode) => PlanNode | null) => void;
  readonly onAdd: () => void;
}) {
  const text = useText(planText);
  const key = sizeKey('children' in parent ? parent.combine : 'weighted');
  const size = node[key] ?? '';
  const before = was?.[key];
  const isNumber = fromShare(size) !== null;
  const set = (next: string) => {
    onChange((one) => ({ ...one, [key]: next }));
  };
  const step = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (by === 0 || !/^\d+$/.test(size)) return;
    event.preventDefault();
    set(String(Math.max(0, Number(size) + by)));
  };
  return (
    <div
      className={styles['line']}
      data-leaf={'source' in node}
      style={{ '--level': level } as CSSProperties}
    >
      <TypedInput
        className={styles['name']}
        aria-label={text.nameOf(node.name)}
        value={node.name}
        maxLength={120}
        onText={(name) => {
          onChange((one) => ({ ...one, name }));
        }}
      />
      <span className={styles['source']}>
        {'source' in node ? (
          <SourceField
            node={node}
            page={page}
            onChange={(source) => {
              onChange((one) => ('source' in one ? { ...one, source } : one));
            }}
          />
        ) : (
          text.parts(node.children.length)
        )}
      </span>
      <span className={styles['weight']}>
        {before !== undefined && before !== size && <small>{text.was(before)}</small>}
        <TypedInput
          aria-label={text.weightOf(node.name)}
          aria-invalid={!isNumber}
          inputMode="decimal"
          autoComplete="off"
          maxLength={20}
          value={size}
          live
          onKeyDown={step}
          onText={(typed) => {
            set(typed.trim());
          }}
        />
      </span>
      <span className={styles['lane']} aria-hidden="true">
        <i
          style={
            {
              '--from': `${toDecimal(from, 4)}%`,
              '--to': `${toDecimal(add(from, share), 4)}%`,
            } as CSSProperties
          }
        />
      </span>
      <b className={styles['share']}>{shortest(share)}</b>
      <span className={styles['keys']}>
        <button type="button" aria-label={text.addUnderOf(node.name)} onClick={onAdd}>
          {text.addUnder}
        </button>
        <button
          type="button"
          aria-label={text.removeOf(node.name)}
          onClick={() => {
            onChange(() => null);
          }}
        >
          {text.remove}
        </button>
      </span>
    </div>
  );
}

type Way = 'rounds' | 'imported' | 'earlier' | 'parent' | `round:${string}`;

function SourceField({
  node,
  page,
  onChange,
}: {
  readonly node: Extract<PlanNode, { readonly source: PlanSource }>;
  readonly page: ResultPage;
  readonly onChange: (source: PlanSource) => void;
}) {
  const text = useText(planText);
  const { source, id, name } = node;
  const table = tableOf(source, page);
  const pick = (way: Way) => {
    if (way === 'rounds') onChange({ rounds: 'all' });
    else if (way === 'imported') onChange({ imported: id });
    else if (way === 'earlier') onChange({ earlier: id, node: 'total' });
    else if (way === 'parent') onChange({ parent: true });
    else {
      const round = page.rounds.find((one) => `round:${one.id}` === way);
      if (round) onChange({ rounds: [round.id] });
    }
  };
  return (
    <>
      <select
        aria-label={text.sourceOf(name)}
        value={wayOf(source)}
        onChange={(event) => {
          pick(event.target.value as Way);
        }}
      >
        {(Object.entries(text.sources) as [Way, string][]).map(([way, label]) => (
          <option key={way} value={way}>
            {label}
          </option>
        ))}
        {page.rounds.map((round) => (
          <option key={round.id} value={`round:${round.id}`}>
            {text.oneRound(round.name)}
          </option>
        ))}
      </select>
      {table !== undefined && (
        <small>
          <Slot state={table === null ? 'empty' : table.missing > 0 ? 'waiting' : 'filled'} />{' '}
          {table === null
            ? text.notYet
            : table.missing > 0
              ? text.lacks(table.missing)
              : text.came(table.count)}
        </small>
      )}
    </>
  );
}

function wayOf(source: PlanSource): Way {
  if ('rounds' in source)
    return source.rounds === 'all' ? 'rounds' : `round:${source.rounds[0] ?? ''}`;
  if ('imported' in source) return 'imported';
  return 'earlier' in source ? 'earlier' : 'parent';
}

/** What was imported for it; null where nothing was, undefined where nothing is to be. */
function tableOf(source: PlanSource, { columns, earlier }: ResultPage) {
  if ('imported' in source) return columns.find(({ id }) => id === source.imported) ?? null;
  if ('earlier' in source) return earlier.find(({ id }) => id === source.earlier) ?? null;
  return undefined;
}

function linesOf(tree: PlanNode): readonly Line[] {
  const walk = (
    parent: PlanNode,
    at: Rational,
    whole: Rational,
    level: number,
  ): readonly Line[] => {
    if (!('children' in parent)) return [];
    let from = at;
    return parent.children.flatMap((node) => {
      const share = shareOf(node, parent, whole);
      const line = { node, parent, level, from, share };
      const below = walk(node, from, share, level + 1);
      from = add(from, share);
      return [line, ...below];
    });
  };
  return walk(tree, rational(0), rational(100), 0);
}

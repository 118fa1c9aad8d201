// The tree of a sheet as rows: name, maximum, weight, and the part of the whole that each comes to.
import type { Rational } from '../../../../shared/scoring/rational.ts';
import { MOST_LEVELS } from '../../../../shared/scoring/sheet.ts';
import { sheetEditorText } from '../../../../shared/text/sheet-editor.ts';
import { useText } from '../../../ui/language.ts';
import { TypedInput } from '../../../ui/TypedInput.tsx';
import { useOpen } from '../../../ui/use-open.ts';
import { freshId } from '../fresh-id.ts';
import { RowButtons } from '../RowButtons.tsx';
import {
  changedAt,
  movedAt,
  percent,
  withChild,
  type DraftNode,
  type GroupName,
  type Path,
} from './draft.ts';
import { LineFields, LineToggle } from './LineFields.tsx';
import styles from './Sheet.module.css';

interface TreeProps {
  readonly nodes: readonly DraftNode[];
  readonly points: boolean;
  /** The sheet is this one line: it has no weight to speak of, and nothing beside it. */
  readonly alone: boolean;
  /** null while numbers are no numbers. */
  readonly shares: ReadonlyMap<string, Rational> | null;
  readonly groups: readonly GroupName[];
  readonly flaw: { readonly at: string; readonly sentence: string } | null;
  readonly onChange: (nodes: readonly DraftNode[]) => void;
}

export function SheetNodes(props: TreeProps) {
  const words = useText(sheetEditorText);
  const { nodes, points, alone } = props;
  if (nodes.length === 0) return <p className="quiet">{words.empty}</p>;
  return (
    <>
      <div className={styles['heads']} data-points={points || alone} aria-hidden="true">
        <span />
        <span>{words.criterion}</span>
        <span>{words.max}</span>
        {!points && !alone && <span>{words.weight}</span>}
        <span>{words.share}</span>
      </div>
      <Level {...props} list={nodes} above={[]} numbers="" />
    </>
  );
}

function Level({
  list,
  above,
  numbers,
  ...tree
}: TreeProps & {
  readonly list: readonly DraftNode[];
  readonly above: Path;
  /** "2." before the numbers of what stands under the second. */
  readonly numbers: string;
}) {
  return (
    <ol className={styles['level']}>
      {list.map((node, place) => (
        <Row
          key={node.id}
          {...tree}
          node={node}
          path={[...above, place]}
          number={`${numbers}${String(place + 1)}`}
          last={place === list.length - 1}
        />
      ))}
    </ol>
  );
}

function Row({
  node,
  path,
  number,
  last,
  ...tree
}: TreeProps & {
  readonly node: DraftNode;
  readonly path: Path;
  readonly number: string;
  readonly last: boolean;
}) {
  const words = useText(sheetEditorText);
  const { nodes, points, alone, shares, groups, flaw, onChange } = tree;
  const what = words.nth(number, node.name);
  const isPart = 'children' in node;
  const change = (next: DraftNode | null) => {
    onChange(changedAt(nodes, path, () => next));
  };
  const { open, setOpen } = useOpen();
  const isOpen = open === true || alone;
  const share = shares?.get(node.id);
  const numberField = (part: 'max' | 'weight', value: string, label: string) => (
    <TypedInput
      type="text"
      inputMode="decimal"
      autoComplete="off"
      aria-label={label}
      value={value}
      maxLength={17}
      live
      onText={(next) => {
        change({ ...node, [part]: next });
      }}
    />
  );
  return (
    <li aria-label={what} data-flaw={flaw?.at === node.id}>
      <div className={styles['row']} data-points={points || alone} data-level={path.length}>
        <span className="quiet">{number}</span>
        <TypedInput
          type="text"
          aria-label={words.nameOf(number)}
          value={node.name}
          maxLength={120}
          live
          onText={(name) => {
            change({ ...node, name });
          }}
        />
        {isPart ? <span /> : numberField('max', node.max, words.maxOf(number))}
        {!points && !alone && numberField('weight', node.weight, words.weightOf(number))}
        <span className={styles['share']}>{share ? `${percent(share)}%` : '–'}</span>
      </div>
      <div className={styles['under']}>
        {isPart ? (
          <span className="quiet">{words.part(node.children.length)}</span>
        ) : (
          <LineToggle
            line={node}
            number={number}
            groups={groups}
            open={isOpen}
            onTurn={() => {
              setOpen(isOpen ? null : true);
            }}
          />
        )}
        {!alone && (
          <span className={styles['acts']}>
            {path.length < MOST_LEVELS && (
              <button
                type="button"
                className="key"
                aria-label={`${words.below} (${words.addBelow(what)})`}
                title={words.addBelow(what)}
                onClick={() => {
                  change(withChild(node, freshId('c'), isPart ? '' : node.name));
                }}
              >
                {words.below}
              </button>
            )}
            <RowButtons
              what={what}
              first={path.at(-1) === 0}
              last={last}
              onMove={(by) => {
                onChange(movedAt(nodes, path, by));
              }}
              onRemove={() => {
                change(null);
              }}
            />
          </span>
        )}
      </div>
      {flaw?.at === node.id && (
        <p className={styles['flaw']} role="alert">
          {flaw.sentence}
        </p>
      )}
      {isPart ? (
        <Level {...tree} list={node.children} above={path} numbers={`${number}.`} />
      ) : (
        isOpen && (
          <LineFields line={node} number={number} groups={groups} alone={alone} onChange={change} />
        )
      )}
    </li>
  );
}

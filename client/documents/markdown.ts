// The little of Markdown that reports use, as plain data: whatever is not understood stays the text that it is. Pure.

export interface ListItem {
  readonly text: string;
  /** 0 for the outermost. */
  readonly depth: number;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly ListItem[];
    }
  /** Code and tables: every blank as it stands. */
  | { readonly kind: 'verbatim'; readonly text: string }
  | { readonly kind: 'rule' }
  | { readonly kind: 'paragraph'; readonly text: string };

const HEADING = /^ {0,3}(#{1,6})[ \t]+(.*?)[ \t#]*$/;
const FENCE = /^ {0,3}(```|~~~)/;
const ITEM = /^([ \t]*)(?:[-*+][ \t]+|(\d{1,6})(?:[.)][ \t]+|、))(.*)$/;
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const TABLE = /^[ \t]*\|/;
/** The line below a table's head says nothing. */
const TABLE_RULE = /^[ \t|:-]+$/;

/** Reads line by line; links, pictures and HTML are text like any other. */
export function markdownBlocks(source: string): readonly Block[] {
  const lines = source.replace(/\r\n?/g, '\n').split('\n');
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? '';
    if (line.trim() === '') {
      at++;
      continue;
    }
    const fence = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      const end = lines.findIndex((one, n) => n > at && one.trim().startsWith(fence));
      const stop = end < 0 ? lines.length : end;
      blocks.push({ kind: 'verbatim', text: lines.slice(at + 1, stop).join('\n') });
      at = stop + 1;
      continue;
    }
    const heading = HEADING.exec(line);
    if (heading) {
      blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' });
      at++;
      continue;
    }
    if (RULE.test(line)) {
      blocks.push({ kind: 'rule' });
      at++;
      continue;
    }
    const kind = ITEM.test(line) ? ITEM : TABLE.test(line) ? TABLE : null;
    const stop = endOf(lines, at, (one) =>
      kind === ITEM ? isOfList(line, one) : kind ? kind.test(one) : isProse(one),
    );
    const taken = lines.slice(at, stop);
    blocks.push(
      kind === ITEM
        ? listOf(taken)
        : kind === TABLE
          ? { kind: 'verbatim', text: taken.filter((one) => !TABLE_RULE.test(one)).join('\n') }
          : { kind: 'paragraph', text: taken.map((one) => one.trim()).join('\n') },
    );
    at = stop;
  }
  return blocks;
}

/** Runs of a line, `**bold**` ones told apart. */
export function boldRuns(
  text: string,
): readonly { readonly bold: boolean; readonly text: string }[] {
  return text
    .split(/\*\*([^*\n]{1,500})\*\*/)
    .map((run, n) => ({ bold: n % 2 === 1, text: run }))
    .filter((run) => run.text !== '');
}

function endOf(lines: readonly string[], from: number, goesOn: (line: string) => boolean): number {
  const end = lines.findIndex((line, n) => n > from && !goesOn(line));
  return end < 0 ? lines.length : end;
}

/** A list ends where an outermost item is of the other kind. */
function isOfList(first: string, line: string): boolean {
  const [, indent, number] = ITEM.exec(line) ?? [];
  if (indent === undefined) return false;
  return indent !== '' || (number === undefined) === (ITEM.exec(first)?.[2] === undefined);
}

function isProse(line: string): boolean {
  return (
    line.trim() !== '' && ![HEADING, FENCE, ITEM, RULE, TABLE].some((other) => other.test(line))
  );
}

function listOf(lines: readonly string[]): Block {
  const first = ITEM.exec(lines[0] ?? '');
  return {
    kind: 'list',
    ordered: first?.[2] !== undefined,
    start: Number(first?.[2] ?? 1),
    items: lines.map((line) => {
      const [, indent = '', , text = ''] = ITEM.exec(line) ?? [];
      return { text, depth: Math.min(3, Math.floor(indent.replace(/\t/g, '  ').length / 2)) };
    }),
  };
}

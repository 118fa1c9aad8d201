// A text on our own page: headings, lists and paragraphs as elements, every character of it as text (BALLOTS.md §3).
import { Fragment, useEffect, useState } from 'react';
import { documentsText } from '../../shared/text/documents.ts';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/language.ts';
import { boldRuns, markdownBlocks, type Block } from './markdown.ts';
import styles from './Reports.module.css';

type Loading = { readonly text: string } | 'loading' | 'failed' | 'gone';

export function TextReport({
  path,
  isMarkdown,
}: {
  readonly path: string;
  readonly isMarkdown: boolean;
}) {
  const words = useText(documentsText);
  const [loading, setLoading] = useState<Loading>('loading');
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let left = false;
    void load(path).then((came) => {
      if (!left) setLoading(came);
    });
    return () => {
      left = true;
    };
  }, [path, attempt]);
  if (typeof loading === 'string')
    return (
      <div className={styles['notice']} role="status">
        <p>{words[loading]}</p>
        {loading === 'failed' && (
          <Button
            onClick={() => {
              setLoading('loading');
              setAttempt(attempt + 1);
            }}
          >
            {words.retry}
          </Button>
        )}
      </div>
    );
  if (!isMarkdown) return <p className={styles['plain']}>{loading.text}</p>;
  return (
    <article className={styles['text']}>
      {markdownBlocks(loading.text).map((block, n) => (
        <MarkdownBlock key={n} block={block} />
      ))}
    </article>
  );
}

function MarkdownBlock({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = (['h3', 'h4', 'h5'] as const)[Math.min(block.level, 3) - 1] ?? 'h5';
      return (
        <Heading>
          <Runs text={block.text} />
        </Heading>
      );
    }
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List {...(block.ordered ? { start: block.start } : {})}>
          {block.items.map((item, n) => (
            <li key={n} data-depth={item.depth}>
              <Runs text={item.text} />
            </li>
          ))}
        </List>
      );
    }
    case 'verbatim':
      return <pre>{block.text}</pre>;
    case 'rule':
      return <hr />;
    case 'paragraph':
      return (
        <p>
          <Runs text={block.text} />
        </p>
      );
  }
}

function Runs({ text }: { readonly text: string }) {
  return boldRuns(text).map(({ bold, text: run }, n) =>
    bold ? <b key={n}>{run}</b> : <Fragment key={n}>{run}</Fragment>,
  );
}

async function load(path: string): Promise<Loading> {
  try {
    const response = await fetch(path, { credentials: 'same-origin' });
    if (response.status === 404) return 'gone';
    return response.ok ? { text: await response.text() } : 'failed';
  } catch {
    return 'failed';
  }
}

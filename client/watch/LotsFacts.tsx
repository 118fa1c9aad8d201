// A draw by lots for viewers: chances from the list, who sits with whom, what fixes the numbered list, and how to check it.
import { watchText } from '../../shared/text/watch.ts';
import { lotsText } from '../../shared/text/lots.ts';
import type { DrawView, ShownLots } from '../../shared/views/slices/draw-slices.ts';
import { lotsLines } from '../parts/lots-lines.ts';
import { useLanguage, useText } from '../ui/language.ts';
import styles from './Lists.module.css';

export function LotsFacts({
  draw,
  lots,
  code,
}: {
  readonly draw: DrawView;
  readonly lots: ShownLots;
  readonly code: string;
}) {
  const text = useText(lotsText);
  const { draw: drawWords } = useText(watchText);
  const language = useLanguage();
  const { numbered, made, of } = lots;
  const list = `/m/${encodeURIComponent(code)}/lots/${encodeURIComponent(draw.id ?? '')}?lang=${language}`;
  return (
    <>
      <dt>{text.oneOf(of)}</dt>
      <dd>
        {lotsLines(lots, draw.take, text).map((line) => (
          <p key={line}>{line}</p>
        ))}
        {made && !numbered && <Hash label={text.list} hash={made.hash} />}
        {numbered && (
          <>
            <Hash label={text.numbered} hash={numbered.hash} />
            <p>{text.assurance('public', draw.assurance, drawWords.assurances)}</p>
            <p>
              <a href={list} className="tap">
                {text.printed}
              </a>
            </p>
            <ol className={styles['how']}>
              {text.how.map((line) => (
                <li key={line(of)}>{line(of)}</li>
              ))}
            </ol>
          </>
        )}
      </dd>
    </>
  );
}

function Hash({ label, hash }: { readonly label: string; readonly hash: string }) {
  return (
    <p>
      <small>{label}</small>{' '}
      <code className={styles['digits']}>{hash.replace(/.{4}/g, '$& ')}</code>
    </p>
  );
}

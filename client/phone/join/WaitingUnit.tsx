// A unit without a seat: its own report, what is on in the hall, its own score once everybody may see it.
import { kindNames } from '../../../shared/text/kinds.ts';
import { waitingUnitText } from '../../../shared/text/waiting-unit.ts';
import type { WaitingUnit as Told } from '../../../shared/views/slices/panel-slices.ts';
import { Documents } from '../../documents/Documents.tsx';
import { useText } from '../../ui/language.ts';
import styles from './WaitingRoom.module.css';

export function WaitingUnit({ code, unit }: { readonly code: string; readonly unit: Told }) {
  const text = useText(waitingUnitText);
  const kinds = useText(kindNames);
  const { now, result, documents, out } = unit;
  const stage =
    now === null ? text.notBegun : now.own ? text.yourTurn : text.now(kinds[now.kind], now.title);
  return (
    <div className={styles['stands']} role="status">
      <p className={styles['place']}>
        {out
          ? text.out
          : result
            ? result.score === null
              ? text.noScore(result.why)
              : text.score(result.score)
            : stage}
      </p>
      {result && result.score !== null && result.rank !== null && (
        <p>{text.rank(result.rank, result.of)}</p>
      )}
      {(out ?? result) && <p>{stage}</p>}
      <p>{text.wait}</p>
      {documents.length === 0 ? (
        <p className="quiet">{text.noReport}</p>
      ) : (
        <Documents documents={documents} code={code} />
      )}
      <p>
        <a href="watch">{text.watch}</a>
      </p>
    </div>
  );
}

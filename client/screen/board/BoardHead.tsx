// The title of a page of standings: whose they are, and a few words beside it.
import type { ReactNode } from 'react';
import type { ShownCategory } from '../../../shared/views/slices/shown.ts';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { lineSize } from '../draw/LoneName.tsx';
import { Digits } from '../score/Figures.tsx';
import { useScreen } from '../screen-context.ts';
import styles from './Board.module.css';

export function BoardHead({
  category,
  children,
  legend = null,
}: {
  /** null: of all. */
  readonly category: ShownCategory | null;
  readonly children: string;
  readonly legend?: ReactNode;
}) {
  const { text } = useScreen();
  return (
    <div className={styles['head']}>
      <h1 className="ellipsis">
        {category ? (
          <>
            <CategoryMark mark={category.mark} hue={category.hue} />{' '}
            <b style={{ fontSize: `${lineSize(category.name, 90, 6)}cqh` }}>{category.name}</b>
          </>
        ) : (
          text.standings
        )}
      </h1>
      <p>
        <Digits>{children}</Digits>
      </p>
      {legend}
    </div>
  );
}

// The newest name with the red bar above it; until the first is out, that all wait for it.
import type { ReactNode } from 'react';
import type { DrawnName } from '../../../shared/views/slices/draw-slices.ts';
import { Bar, Category } from '../score/Figures.tsx';
import { LoneName, lineSize } from './LoneName.tsx';
import { useScreen } from '../screen-context.ts';
import styles from './NewestName.module.css';

/** Letters of a group or a category, in cqh. */
const KIND = 5.9;

/** `width` and `max` of the letters in cqh; `children` stand between what is drawn and the bar. */
export function NewestName({
  lead,
  drawn,
  width,
  max,
  insteadOf = null,
  children,
}: {
  /** What is drawn. */
  readonly lead: string;
  readonly drawn: DrawnName | undefined;
  readonly width: number;
  readonly max?: number | undefined;
  /** Who was drawn and cannot, where they came from the reserve. */
  readonly insteadOf?: string | null;
  readonly children?: ReactNode;
}) {
  const { text } = useScreen();
  return (
    <>
      <p className={styles['lead']}>{lead}</p>
      {children}
      <div className={styles['bar']}>
        <Bar empty={!drawn} />
      </div>
      <div data-name>
        {drawn ? (
          <>
            <LoneName
              name={drawn.name}
              apart={drawn.apart}
              beside={drawn.subject?.category.name ?? drawn.group}
              width={width}
              max={max}
            />
            <p
              className={styles['kind']}
              style={{ fontSize: `${lineSize(drawn.group ?? '', width, KIND)}cqh` }}
            >
              {drawn.subject ? (
                <Category of={drawn.subject} width={width} max={KIND} />
              ) : (
                drawn.group
              )}
            </p>
            {insteadOf !== null && (
              <p className={styles['instead']}>{text.draw.insteadOf(insteadOf)}</p>
            )}
          </>
        ) : (
          <p className={styles['waiting']}>{text.waitingFirst}</p>
        )}
      </div>
    </>
  );
}

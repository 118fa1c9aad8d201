// One name alone: who asks, and whom.
import { useRef } from 'react';
import type { DrawView } from '../../shared/views/draw-slices.ts';
import { CategoryMark } from '../ui/CategoryMark.tsx';
import { DrawFoot, useDrawnMotion } from './DrawReveal.tsx';
import { Category } from './Figures.tsx';
import { LoneName } from './LoneName.tsx';
import { useStage } from './stage-context.ts';
import styles from './Draw.module.css';

export function DrawOne({ draw, code }: { readonly draw: DrawView; readonly code: string }) {
  const { text } = useStage();
  const root = useRef<HTMLDivElement>(null);
  useDrawnMotion(root, draw.shown.length);
  const [drawn] = draw.shown;
  const { asked } = draw;
  return (
    <DrawFoot draw={draw} code={code}>
      <div ref={root} className={styles['one']}>
        <p className={styles['lead']}>{text.draw.title(draw.purpose, draw.of, draw.take)}</p>
        <i className={styles['bar']} data-bar data-empty={!drawn} />
        <div data-name className={styles['oneName']}>
          {drawn ? (
            <>
              <LoneName name={drawn.name} width={160} max={17.9} />
              <p className={styles['kind']}>
                {drawn.subject ? <Category of={drawn.subject} /> : drawn.group}
              </p>
            </>
          ) : (
            <p className={styles['state']}>{text.waitingFirst}</p>
          )}
        </div>
        {asked && (
          <p className={styles['asked']}>
            <CategoryMark mark={asked.category.mark} hue={asked.category.hue} />
            <span>{text.draw.asks(asked.name)}</span>
          </p>
        )}
      </div>
    </DrawFoot>
  );
}

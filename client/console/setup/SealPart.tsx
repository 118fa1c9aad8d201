// Sealing the pools of later draws, below the rosters that they are made of.
import { Link } from 'wouter';
import { SEALED_POOLS } from '../../../shared/meeting/draws/sealed-kinds.ts';
import { consoleSealText } from '../../../shared/text/console/seal.ts';
import { useLanguage, useText } from '../../ui/language.ts';
import { dateTimeIn } from '../minutes/dates.ts';
import { ActButton } from '../parts/ActButton.tsx';
import { useCommands, useConsole, useView } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import { WayLinks } from '../parts/WayLinks.tsx';
import styles from './SealPart.module.css';

export function SealPart() {
  const text = useText(consoleSealText);
  const language = useLanguage();
  const { code } = useConsole();
  const { seals, subjects, reviewers } = useView((view) => view.setup);
  const { zone } = useView((view) => view.control.stage.meeting);
  const { give, waiting, trouble } = useCommands();
  const counts = { people: reviewers, units: subjects };
  return (
    <section aria-label={text.title} className={styles['seal']}>
      <h3>{text.title}</h3>
      <p className="quiet">{text.lead}</p>
      {seals.map(({ of, sealed, count, at }) => (
        <div key={of}>
          <p>{text.stands(of, count, dateTimeIn(zone, language, at))}</p>
          <code className={styles['digits']}>{sealed.match(/.{4}/g)?.join(' ')}</code>
        </div>
      ))}
      <p className={styles['acts']}>
        {SEALED_POOLS.map((of) => (
          <ActButton
            key={of}
            act="SealPool"
            label={seals.some((one) => one.of === of) ? text.again[of] : text.do[of]}
            blocked={counts[of] === 0 ? text.empty : null}
            waiting={waiting}
            onClick={() => void give({ type: 'SealPool', of })}
          />
        ))}
      </p>
      <Notice trouble={trouble} />
      {seals.length > 0 && (
        <>
          <p className="quiet small">{text.newest}</p>
          <WayLinks>
            <Link href={`/m/${encodeURIComponent(code)}/console/seals`}>{text.print}</Link>
          </WayLinks>
        </>
      )}
    </section>
  );
}

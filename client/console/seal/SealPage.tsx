// The digits of the sealed pools as they are printed and handed over: one leaf, signed by hand.
import { consoleSealText } from '../../../shared/text/console/seal.ts';
import { SEALED_POOLS } from '../../../shared/meeting/draws/sealed-kinds.ts';
import type { PublishedSeal, PublishedSeals } from '../../../shared/views/draws/seals.ts';
import { HexGroups } from '../../ui/HexGroups.tsx';
import { useLanguage, useText } from '../../ui/language.ts';
import { dateTimeIn } from '../minutes/dates.ts';
import { PrintedPage } from '../parts/PrintedPage.tsx';
import styles from './Seal.module.css';

export function SealPage({ code }: { readonly code: string }) {
  return (
    <PrintedPage<PublishedSeals>
      code={code}
      path="seals"
      words={useText(consoleSealText)}
      meetingOf={({ meeting }) => meeting}
    >
      {(made) => <Leaf {...made} />}
    </PrintedPage>
  );
}

function Leaf({ meeting, seals }: PublishedSeals) {
  const text = useText(consoleSealText);
  const newest = SEALED_POOLS.flatMap((of) => seals.filter((one) => one.of === of).slice(-1));
  return (
    <article className={styles['leaf']}>
      <h1>{meeting.title}</h1>
      {newest.length === 0 && <p>{text.none}</p>}
      {newest.map((seal) => (
        <Digits key={seal.sealed} seal={seal} code={meeting.code} zone={meeting.zone} />
      ))}
      {newest.length > 0 && (
        <>
          <p>{text.means}</p>
          <ul className={styles['lines']}>
            {text.lines.map((who) => (
              <li key={who}>{who}</li>
            ))}
          </ul>
        </>
      )}
    </article>
  );
}

function Digits({
  seal: { of, sealed, at, pool },
  code,
  zone,
}: {
  readonly seal: PublishedSeal;
  readonly code: string;
  readonly zone: string;
}) {
  const text = useText(consoleSealText);
  const language = useLanguage();
  return (
    <section className={styles['seal']}>
      <h2>
        {text.title} {text.stands(of, pool.pool.length, dateTimeIn(zone, language, at))}
      </h2>
      <div>
        <HexGroups hex={sealed} />
        <img src={`/m/${encodeURIComponent(code)}/api/seals/${sealed}/seal.svg`} alt={text.qr} />
      </div>
    </section>
  );
}

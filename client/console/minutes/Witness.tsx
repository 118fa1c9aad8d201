// A draw under a notary's eyes: the sealed pool, what is read aloud, and lines for those who threw, read and witnessed.
import { inFives } from '../../../shared/dice-reading.ts';
import { PURPOSES } from '../../../shared/meeting/draws/purposes.ts';
import { notaryText } from '../../../shared/text/notary.ts';
import { sealText } from '../../../shared/text/seal.ts';
import type { Minutes } from '../../../shared/views/audiences/minutes.ts';
import { useLanguage, useText } from '../../ui/language.ts';
import { dateTimeIn } from './dates.ts';
import styles from './Minutes.module.css';

interface Props {
  readonly draw: Minutes['draws'][number];
  readonly meeting: Minutes['meeting'];
}

export function Sealed({ draw: { seal } }: Pick<Props, 'draw'>) {
  const text = useText(sealText);
  if (!seal) return null;
  return (
    <>
      <dt>{text.title}</dt>
      <dd className={styles['hash']}>{seal.sealed}</dd>
      <dd>{text.differs(seal.added, seal.missing)}</dd>
    </>
  );
}

/** Nothing before its last name, nor for who asks or throws: nobody swears to each question of an afternoon. */
export function Witness({ draw, meeting }: Props) {
  const text = useText(notaryText);
  const language = useLanguage();
  if (draw.phase !== 'done' || draw.recordHash === null || PURPOSES[draw.purpose].atOnce)
    return null;
  const digits = draw.sources.find((source) => source.digits !== null)?.digits ?? null;
  const spoken = text.spoken({
    ...{ meeting: meeting.title, purpose: draw.purpose, of: draw.of, take: draw.take },
    lockedAt: dateTimeIn(meeting.zone, language, Date.parse(draw.lockedAt)),
    ...{ lockHash: draw.lockHash, recordHash: draw.recordHash, assurance: draw.assurance },
    seal: draw.seal,
    dice: digits === null ? null : inFives(digits),
    round: draw.beacon?.round ?? null,
    words: draw.words?.sent ?? null,
    names: draw.shown.map(({ name }) => name),
  });
  const { thrown, first, second, beacon, witness, notary } = text.signs;
  const signs = [
    ...(digits === null ? [] : [thrown, first, second]),
    ...(draw.beacon ? [beacon] : []),
    ...[witness, notary],
  ];
  return (
    <div className={styles['witness']}>
      <h4>{text.title}</h4>
      <p>{spoken.join(language === 'zh' ? '' : ' ')}</p>
      <ul className={styles['signatures']}>
        {signs.map((who) => (
          <li key={who}>{who}</li>
        ))}
      </ul>
    </div>
  );
}

// Over everything else: this address is not one that the server was told of, these work, and what staff can do.
import { Fragment } from 'react';
import { addressOption } from '../../shared/address-option.ts';
import { commonText } from '../../shared/text/common.ts';
import { foreignText } from '../../shared/text/foreign.ts';
import type { RefusalOf } from '../../shared/meeting/refusals.ts';
import { openedWith } from '../live/secret.ts';
import { useText } from '../ui/language.ts';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { Seal } from '../ui/Seal.tsx';
import { offered } from './offered.ts';
import styles from './ForeignPage.module.css';

export function ForeignPage({
  refusal: { origin, open },
}: {
  readonly refusal: RefusalOf<'foreign-origin'>;
}) {
  const text = useText(foreignText);
  const common = useText(commonText);
  const addresses = offered(open, location.origin);
  const isScreen = location.pathname.endsWith('/screen');
  // The ticket behind the # goes along, so that nobody has to scan twice.
  const fragment = openedWith();
  const place = `${location.pathname}${location.search}${fragment === '' ? '' : `#${fragment}`}`;
  return (
    <main className={[styles['cover'], isScreen && 'stage'].filter(Boolean).join(' ')} role="alert">
      <div className={styles['page']}>
        <header className={styles['head']}>
          <Seal label={common.title} />
          <LanguageSwitch />
        </header>
        <h1>{text.title}</h1>
        <p>{origin === '' ? text.saysNone : text.says(origin)}</p>
        {addresses.length === 0 ? (
          <p>{text.ask}</p>
        ) : (
          <>
            <p>{text.instead}</p>
            <ul className={styles['open']}>
              {addresses.map((one) => (
                <li key={one}>
                  <a className="row under bold" href={`${one}${place}`}>
                    {one}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
        {origin !== '' && (
          <section className={styles['staff']}>
            <p>{text.staff}</p>
            <code>
              {addressOption(origin, open)
                .split(',')
                .map((part, n) => (
                  // A line may end between two addresses, not within one.
                  <Fragment key={part}>
                    {n > 0 && (
                      <>
                        ,<wbr />
                      </>
                    )}
                    {part}
                  </Fragment>
                ))}
            </code>
            <p>{text.waits}</p>
          </section>
        )}
      </div>
    </main>
  );
}

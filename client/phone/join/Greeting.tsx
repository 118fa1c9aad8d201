// Greets by name and group, so that a wrong sheet is noticed before the first score.
import { useState } from 'react';
import { greetingText } from '../../../shared/text/greeting.ts';
import { phoneText } from '../../../shared/text/phone.ts';
import type { ShownName } from '../../../shared/views/named.ts';
import type { MeSlice } from '../../../shared/views/slices/panel-slices.ts';
import { onDevice } from '../../live/storage.ts';
import { call } from '../../live/http.ts';
import { Button } from '../../ui/Button.tsx';
import type { ConnectionStatus } from '../../ui/Connection.tsx';
import { useText } from '../../ui/language.ts';
import { LargeOffer } from '../../ui/LargeSwitch.tsx';
import { partsOf } from '../../ui/Name.tsx';
import { widthInEms } from '../../ui/name-width.ts';
import { Shell } from '../shell/Shell.tsx';
import { keptKey } from '../slips/shelf.ts';
import styles from './Greeting.module.css';

export function Greeting({
  code,
  meeting,
  me,
  status,
  onStart,
  onLeft,
}: {
  readonly code: string;
  readonly meeting: string;
  readonly me: MeSlice;
  readonly status: ConnectionStatus;
  readonly onStart: () => void;
  readonly onLeft: () => void;
}) {
  const text = useText(phoneText);
  const words = useText(greetingText);
  const isMarked = partsOf(me, me.group).mark !== '';
  const [leaving, setLeaving] = useState<'no' | 'busy' | 'failed'>('no');
  const leave = async () => {
    setLeaving('busy');
    // First, as a seat that is let go of must leave nothing here. Hardly anyone presses it: it comes when it is needed.
    const here = await import('../slips/kept-here.ts').catch(() => null);
    const answer = here && (await call(`/m/${encodeURIComponent(code)}/api/release`, {}));
    if (!answer?.ok) {
      setLeaving('failed');
      return;
    }
    here?.forgetKept(keptKey(code, me.seat), onDevice);
    onLeft();
  };
  return (
    <Shell
      place={text.place.join}
      meeting={meeting}
      status={status}
      bottom={
        <div className={styles['actions']}>
          <Button kind="ink" large wide onClick={onStart}>
            {words.start}
          </Button>
          <Button
            wide
            waiting={leaving === 'busy' ? words.leaving : null}
            onClick={() => void leave()}
          >
            {words.notMe}
          </Button>
        </div>
      }
    >
      <div className={styles['greeting']}>
        <p className={styles['meeting']}>{meeting}</p>
        <Greeted of={me} group={me.group} />
        <p className={styles['check']} role="status">
          {leaving === 'failed' ? words.leaveFailed : isMarked ? words.checkApart : words.check}
        </p>
        <div className={styles['large']}>
          <LargeOffer />
        </div>
      </div>
    </Shell>
  );
}

/** Also for whoever waits for a seat. */
export function Greeted({ of, group }: { readonly of: ShownName; readonly group: string }) {
  const { you } = useText(greetingText);
  const { own, mark } = partsOf(of, group);
  return (
    <>
      <p className={styles['you']}>{you}</p>
      <h1 className={widthInEms(own) > 7 ? styles['long'] : styles['name']}>
        {own}
        {mark !== '' && <small>{mark}</small>}
      </h1>
      <p className={styles['group']}>{group}</p>
    </>
  );
}

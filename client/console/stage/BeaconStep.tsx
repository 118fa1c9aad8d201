// The public beacon's round: it comes by itself where this server has internet; else its signature is typed or pasted here.
import { useState } from 'react';
import {
  readBeacon,
  SIGNATURE_DIGITS,
  type BeaconReading,
} from '../../../shared/beacon-reading.ts';
import { relayPath } from '../../../shared/draw/beacon.ts';
import { consoleBeaconText } from '../../../shared/text/console/beacon.ts';
import type { BeaconControl } from '../../../shared/views/slices/staff-slices.ts';
import { timeText } from '../../parts/time.ts';
import { clockText } from '../../ui/countdown.ts';
import { Field } from '../../ui/Field.tsx';
import { useText } from '../../ui/language.ts';
import { useTicking } from '../../ui/now.ts';
import { useClockOffset, useView } from '../parts/console-context.ts';
import { StepBox } from './StepBox.tsx';
import styles from './BeaconStep.module.css';

/** A relay that answers strangers; any other has the same. */
const RELAY = 'https://api.drand.sh';
/** More than any relay answers. */
const LONGEST = 2000;

export function BeaconStep({ beacon }: { readonly beacon: BeaconControl }) {
  const text = useText(consoleBeaconText);
  const { draw, round, at, relays } = beacon;
  const { zone } = useView((view) => view.control.stage.meeting);
  const clockOffset = useClockOffset();
  const left = useTicking((now) => Math.max(0, Math.ceil((at - now - clockOffset) / 1000)));
  const [typed, setTyped] = useState('');
  const reading = readBeacon(typed);
  const other = reading.kind === 'signature' && (reading.round ?? round) !== round;
  const signature = reading.kind === 'signature' && !other ? reading.signature : null;
  const error =
    reading.kind === 'signature'
      ? other && text.otherRound(reading.round ?? 0, round)
      : sentence(reading, text);
  const isShort = reading.kind === 'length' && reading.have < SIGNATURE_DIGITS;
  const missing = isShort ? text.short(SIGNATURE_DIGITS - reading.have) : text.wrong;
  return (
    <StepBox
      command={left > 0 || signature === null ? null : { type: 'ReadBeacon', draw, signature }}
      blocked={left > 0 ? text.early : signature === null ? missing : null}
    >
      <p className={styles['round']}>
        {text.round(round, timeText(at, zone, true))}
        {left > 0 && <span className={styles['left']}>{text.left(clockText(left * 1000))}</span>}
      </p>
      <p className="quiet" role="status">
        {text.byItself}
        <b>{text.relays[relays]}</b>
      </p>
      <p className={styles['where']}>{text.byHand(`${RELAY}${relayPath(round)}`)}</p>
      {left === 0 && (
        <Field
          label={text.signature}
          hint={reading.kind === 'length' ? text.have(reading.have) : null}
          error={error || null}
          value={typed}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={LONGEST}
          onText={setTyped}
        />
      )}
    </StepBox>
  );
}

type Words = (typeof consoleBeaconText)['zh'];

/** What is wrong with what stands in the field; null while it is only short. */
function sentence(
  reading: Exclude<BeaconReading, { readonly kind: 'signature' }>,
  text: Words,
): string | null {
  switch (reading.kind) {
    case 'length':
      return reading.have > SIGNATURE_DIGITS ? text.long(reading.have - SIGNATURE_DIGITS) : null;
    case 'stray':
      return text.stray(reading.place, reading.character);
    case 'no-signature':
      return text.noSignature;
  }
}

// The scoring sheet of the large version: one line open, every other one a row; the total and the way to hand it in stay in
// reach (LOOK.md §4). No key but submit hands anything in, and nothing wants a finger to slide.
import { useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { own } from '../../../shared/own.ts';
import { largeSheetText } from '../../../shared/text/large-sheet.ts';
import { writtenText } from '../../../shared/text/written.ts';
import type { CountdownView } from '../../../shared/views/slices/shown.ts';
import { Documents } from '../../documents/Documents.tsx';
import { ticks } from '../../live/clock.ts';
import { countsAsPress } from '../../parts/bounce.ts';
import type { ConnectionStatus } from '../../ui/Connection.tsx';
import { useText } from '../../ui/language.ts';
import { LargeSwitch } from '../../ui/LargeSwitch.tsx';
import { Abstain } from '../score/Abstain.tsx';
import { Comment } from '../score/Comment.tsx';
import { Headings } from '../score/Headings.tsx';
import { SheetAction, type SheetFocus } from '../score/ScoreSheet.tsx';
import { SheetHeader } from '../score/SheetHeader.tsx';
import { Editing, Forgetful } from '../score/SheetNotes.tsx';
import { useSeat } from '../seat-context.ts';
import { Glass, TINY } from '../shell/Glass.tsx';
import { Shell } from '../shell/Shell.tsx';
import { Keypad, WayKey } from '../written/Keypad.tsx';
import { lastKey } from '../written/number-keys.ts';
import { useMedia } from '../written/use-media.ts';
import { useNumberKeys } from '../written/use-number-keys.ts';
import { ClosedLine } from './ClosedLine.tsx';
import { OpenLine, type WayOn } from './OpenLine.tsx';
import { Submit } from './Submit.tsx';
import { TimeInWords } from './TimeInWords.tsx';
import { useLine } from './use-line.ts';
import styles from './LargeSheet.module.css';

export interface LargeSheetProps {
  readonly focus: SheetFocus;
  readonly countdown: CountdownView | null;
  /** What this person gave a line last. */
  readonly startOf: (line: string) => number | undefined;
  readonly place: string;
  readonly meeting: string;
  readonly status: ConnectionStatus;
  /** The note of a network that is gone. */
  readonly offline: ReactNode;
  /** Whose seat this is, and the ways out. */
  readonly foot: ReactNode;
}

export function LargeSheet({
  focus,
  countdown,
  startOf,
  offline,
  foot,
  ...shell
}: LargeSheetProps) {
  const { code, outbox, keeps } = useSeat();
  const text = useText(largeSheetText);
  const { keys } = useText(writtenText);
  const tiny = useMedia(TINY);
  const { target, scores, ballot } = focus;
  const { lines, comments } = target.sheet;
  const isOpen = (id: string) => own(scores, id) === undefined;
  const [open, setOpen] = useState<string | null>(
    () => (lines.find(({ id }) => isOpen(id)) ?? lines[0])?.id ?? null,
  );
  /** Opened by its person: it is then brought into view, and a keyboard goes on from it. */
  const [turned, setTurned] = useState(false);
  const [typing, setTyping] = useState(false);
  const submit = useRef<{ readonly focus: () => void }>(null);
  /** When the line was turned to. */
  const since = useRef<number | null>(null);

  const at = lines.findIndex(({ id }) => id === open);
  const line = lines[at];
  const number = line && 'step' in line ? line : null;
  const score = line && own(scores, line.id);
  const give = (next: number | undefined) => {
    if (line) outbox.score(target, line.id, next);
  };
  const box = useLine(number, score, give);
  const pad = typing && box !== null;
  const turnTo = (id: string) => {
    since.current = ticks();
    setOpen(id);
    setTurned(true);
  };
  const next = [...lines.slice(at + 1), ...lines.slice(0, Math.max(0, at))].find(({ id }) =>
    isOpen(id),
  );
  const wayOn: WayOn = score === undefined ? (next ? 'skip' : 'last') : next ? 'next' : 'toSubmit';
  /** The second tap of the press that led here: it would pass over this line, or give it a mark. */
  const isEarly = () => score === undefined && !countsAsPress(since.current, ticks());
  const goOn = () => {
    if (isEarly()) return;
    if (next) turnTo(next.id);
    else if (score !== undefined) {
      // The keypad stands in its place.
      flushSync(() => {
        setTyping(false);
      });
      submit.current?.focus();
    }
  };
  const before = lines[at - 1];
  useNumberKeys(box, goOn);
  return (
    <Glass tiny={tiny} beside={pad}>
      <Shell
        {...shell}
        bottom={
          <>
            {offline}
            <section aria-label={pad ? keys.all : text.foot}>
              {pad && number ? (
                <Keypad
                  last={lastKey(number)}
                  ways={
                    <>
                      <WayKey label={text.back} onPress={before ? () => turnTo(before.id) : null} />
                      <WayKey label={text.ok} onPress={() => setTyping(false)} />
                    </>
                  }
                  onward={{
                    label:
                      wayOn === 'skip' ? keys.skip : text[wayOn === 'next' ? 'next' : 'toSubmit'],
                    skips: wayOn === 'skip',
                    onPress: wayOn === 'last' ? null : goOn,
                  }}
                  onKey={(key) => {
                    box.press(key, 'glass');
                  }}
                  onErase={box.erase}
                />
              ) : (
                <Submit ref={submit}>
                  <SheetAction focus={focus} />
                </Submit>
              )}
            </section>
          </>
        }
      >
        <div className={styles['scroll']}>
          <SheetHeader subject={target.subject} countdown={countdown}>
            <TimeInWords countdown={countdown} />
          </SheetHeader>
          {ballot && <Editing target={target} total={ballot.total} />}
          <ul
            onClickCapture={(event) => {
              if (isEarly()) event.stopPropagation();
            }}
          >
            {lines.map((one, n) => (
              <li key={one.id}>
                <Headings path={one.path} before={lines[n - 1]?.path ?? []} />
                {one === line ? (
                  <OpenLine
                    line={one}
                    score={score}
                    box={box}
                    pad={pad}
                    wayOn={wayOn}
                    start={startOf(one.id)}
                    takesFocus={turned}
                    onScore={give}
                    onType={() => setTyping(!pad)}
                    onNext={goOn}
                  />
                ) : (
                  <ClosedLine
                    line={one}
                    score={own(scores, one.id)}
                    onOpen={() => {
                      turnTo(one.id);
                    }}
                  />
                )}
              </li>
            ))}
          </ul>
          {!keeps && <Forgetful />}
          <div className={styles['reports']}>
            <Documents documents={target.subject.documents} code={code} />
          </div>
          {comments && <Comment about={target} open />}
          <Abstain
            onAbstain={() => {
              outbox.submit(target, { kind: 'abstain' });
            }}
          />
          {tiny && <LargeSwitch />}
          {foot}
        </div>
      </Shell>
    </Glass>
  );
}

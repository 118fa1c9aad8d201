// What was found in a file: first whether all of it holds, then draw by draw and step by step what was computed.
import { useEffect, useRef, type ReactNode } from 'react';
import { holds, type CheckedProof } from '../../shared/draw/check-proof.ts';
import type { CheckedDraw, CheckedStep } from '../../shared/draw/check-steps.ts';
import type { DrawProof, ProofFile } from '../../shared/draw/proof.ts';
import { drawText } from '../../shared/text/draw.ts';
import { screenText } from '../../shared/text/screen.ts';
import { verifyText } from '../../shared/text/verify.ts';
import { useText } from '../ui/language.ts';
import { Slot, type SlotState } from '../ui/Slot.tsx';
import { explain, findingText, type Words } from './explain.ts';
import { Tickets } from './Tickets.tsx';
import styles from './Verify.module.css';

export function CheckedFile({
  file,
  checked,
  seenWrong,
  children,
}: {
  readonly file: ProofFile;
  readonly checked: CheckedProof;
  /** Whether the digits that somebody saw are of no lock here. */
  readonly seenWrong: boolean;
  /** What stands below the verdict. */
  readonly children: ReactNode;
}) {
  const text = useText(verifyText);
  const words = { text, draws: useText(drawText), comma: useText(screenText).comma };
  const isWhole = holds(checked) && !seenWrong;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, [checked]);
  return (
    <>
      <div className={isWhole ? styles['whole'] : styles['broken']}>
        <h2 ref={heading} tabIndex={-1}>
          <Slot state={isWhole ? 'filled' : 'waiting'} />
          {isWhole ? text.allSame : text.differ(countOf(checked) + Number(seenWrong))}
        </h2>
        <p>{isWhole ? text.allSameNote : text.differNote}</p>
        <Places checked={checked} text={text} />
        <p className="quiet">{text.byEye}</p>
      </div>
      {children}
      {file.draws.map((draw, n) => {
        const one = checked.draws[n];
        return (
          one && (
            <Draw
              key={n}
              n={n}
              draw={draw}
              checked={one}
              words={words}
              isAlone={file.draws.length === 1}
            />
          )
        );
      })}
      <section className={styles['draw']}>
        <ol>
          {file.of === 'meeting' && <Chain checked={checked} text={text} />}
          <Step
            title={text.sum}
            state={checked.sum ? 'differs' : 'same'}
            note={checked.sum ? null : text.sumNote}
            wrong={checked.sum ? [text.sumDiffers] : []}
          />
        </ol>
      </section>
    </>
  );
}

function countOf({ draws, chain, sum }: CheckedProof): number {
  const inDraws = draws.flatMap(({ steps }) => steps.flatMap(({ findings }) => findings));
  const places = inDraws.length + (chain?.length ?? 0);
  // It differs with anything else.
  return places === 0 ? Number(sum !== null) : places;
}

/** Where something differs, for whoever would otherwise look through a long page. */
function Places({
  checked: { draws, chain },
  text,
}: {
  readonly checked: CheckedProof;
  readonly text: Words['text'];
}) {
  const places = draws.flatMap(({ lock, steps }, n) =>
    steps
      .filter(({ state }) => state === 'differs')
      .map(({ name }) => ({
        id: stepId(n, name),
        label: text.at(text.draw((lock?.seq ?? n) + 1, nameOf(lock, text)), text.steps[name]),
      })),
  );
  const all = (chain ?? []).length > 0 ? [...places, { id: 'chain', label: text.chain }] : places;
  return (
    all.length > 0 && (
      <ul>
        {all.map(({ id, label }) => (
          <li key={id}>
            <button
              type="button"
              className="link"
              onClick={() => {
                // Not by the address: a part behind # would be taken for a file.
                const step = document.getElementById(id);
                step?.scrollIntoView({ block: 'center' });
                step?.focus();
              }}
            >
              {label}
            </button>
          </li>
        ))}
      </ul>
    )
  );
}

const stepId = (n: number, name: string) => `step-${String(n)}-${name}`;

function nameOf(lock: CheckedDraw['lock'], text: Words['text']): string {
  return lock ? text.name(lock.draw) : '–';
}

function Draw({
  n,
  draw,
  checked,
  words,
  isAlone,
}: {
  readonly n: number;
  readonly draw: DrawProof;
  readonly checked: CheckedDraw;
  readonly words: Words;
  readonly isAlone: boolean;
}) {
  const { text } = words;
  const { lock, steps, computed } = checked;
  const isWhole = steps.every(({ state }) => state === 'same');
  return (
    <details className={styles['draw']} open={isAlone || !isWhole}>
      <summary>
        <h2>{text.draw((lock?.seq ?? n) + 1, nameOf(lock, text))}</h2>
        <small>{isWhole ? text.same : text.differs}</small>
      </summary>
      {draw.status === 'locked' && <p>{text.status.locked}</p>}
      {draw.status === 'void' && <p>{text.status.void(draw.why)}</p>}
      <ol>
        {steps.map(({ name, state, findings }) => (
          <Step
            key={name}
            id={stepId(n, name)}
            title={text.steps[name]}
            state={state}
            note={state === 'same' ? explain(name, draw, checked, words) : null}
            wrong={findings.map((finding) => findingText(finding, draw, words))}
          >
            {name === 'shown' && <Hash hash={draw.shown} />}
            {name === 'drawn' && state === 'same' && <Tickets checked={checked} />}
          </Step>
        ))}
      </ol>
      {computed && (
        <div className={styles['result']}>
          <h3>{text.drawn}</h3>
          <ol>
            {computed.order.map((id) => (
              <li key={id}>{id}</li>
            ))}
          </ol>
          <p className="soft">{text.ids}</p>
        </div>
      )}
    </details>
  );
}

function Hash({ hash }: { readonly hash: string }) {
  return (
    <code className={styles['hash']}>
      {(hash.match(/.{4}/g) ?? []).map((four, n) => (
        <span key={n}>{four} </span>
      ))}
    </code>
  );
}

const SLOTS: Readonly<Record<CheckedStep['state'], SlotState>> = {
  same: 'filled',
  differs: 'waiting',
  unreached: 'empty',
};

function Step({
  id,
  title,
  state,
  note,
  wrong,
  children = null,
}: {
  readonly id?: string;
  readonly title: string;
  readonly state: CheckedStep['state'];
  readonly note: string | null;
  /** What differs, a sentence each. */
  readonly wrong: readonly string[];
  readonly children?: ReactNode;
}) {
  const text = useText(verifyText);
  return (
    <li
      id={id}
      tabIndex={-1}
      data-state={state}
      className={state === 'differs' ? 'hatch' : undefined}
    >
      <h3>
        <Slot state={SLOTS[state]} />
        <span className={styles['title']}>{title}</span>
        <small>{text[state]}</small>
      </h3>
      {note !== null && <p>{note}</p>}
      {wrong.map((sentence, n) => (
        <p key={n} className={styles['wrong']}>
          {sentence}
        </p>
      ))}
      {children}
    </li>
  );
}

function Chain({
  checked: { chain, draws },
  text,
}: {
  readonly checked: CheckedProof;
  readonly text: Words['text'];
}) {
  const found = chain ?? [];
  return (
    <Step
      id="chain"
      title={text.chain}
      state={chain === null ? 'unreached' : found.length === 0 ? 'same' : 'differs'}
      note={
        chain === null ? text.chainUnread : found.length === 0 ? text.chainNote(draws.length) : null
      }
      wrong={found.map(({ at, code }) => text.finding.chainAt(at + 1, text.finding.chain[code]))}
    />
  );
}

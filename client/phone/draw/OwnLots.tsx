// My own lots, and what is left of them after each digit: 18 filled slots of 100 are the chance (look/phone-9-lots).
import { phoneLotsText } from '../../../shared/text/phone-lots.ts';
import type { RunningDraw, ShownLots } from '../../../shared/views/slices/draw-slices.ts';
import { useLanguage, useText } from '../../ui/language.ts';
import { Slot } from '../../ui/Slot.tsx';
import { OwnChance } from './OwnChance.tsx';
import { useOwn } from './use-own.ts';
import styles from './OwnLots.module.css';

const load = async () => (await import('../../draw/own-lots.ts')).ownLots;

const TEN = Array.from({ length: 10 }, (_, n) => n);

export function OwnLots({
  draw,
  lots,
  code,
  person,
}: {
  readonly draw: RunningDraw;
  readonly lots: ShownLots;
  readonly code: string;
  readonly person: string;
}) {
  const text = useText(phoneLotsText);
  const language = useLanguage();
  const { of, digits, numbered } = lots;
  const fetched = useOwn(load, code, draw.id, numbered?.hash ?? null, person);
  if (!numbered)
    return (
      <>
        <OwnChance draw={draw} code={code} person={person} />
        <p className={styles['note']}>{lots.numbering ? text.numbering : text.waiting(of)}</p>
      </>
    );
  if (typeof fetched === 'string')
    return (
      <p className={styles['note']} role={fetched === 'differs' ? 'alert' : 'status'}>
        {text[fetched]}
      </p>
    );
  const thrown = digits
    .flatMap(({ state, digit }) => (state === 'agreed' ? [digit ?? ''] : []))
    .join('');
  const { numbers, page, often } = fetched;
  const written = numbers.map((number) => String(number).padStart(digits.length, '0'));
  const own = written.filter((number) => number.startsWith(thrown));
  const list = `/m/${encodeURIComponent(code)}/lots/${encodeURIComponent(draw.id)}?lang=${language}`;
  const isOver = thrown.length === digits.length;
  return (
    <section className={styles['own']}>
      <header className={styles['head']}>
        <div>
          <h2>{numbers.length === 0 ? text.notIn : text.head(numbers.length)}</h2>
          <p className="soft">{text.of(of, person)}</p>
        </div>
        <ol className={styles['digits']} aria-hidden>
          {digits.map(({ state, digit }, n) => (
            <li key={n} data-state={state} data-next={n === thrown.length}>
              {state === 'agreed' ? digit : ''}
            </li>
          ))}
        </ol>
      </header>
      <div className={styles['now']} role="status">
        {isOver ? (
          <p className={styles['result']} data-in={own.length > 0}>
            {own.length > 0 && <i />}
            {own.length > 0 ? text.in(thrown) : text.notInNumber(thrown)}
          </p>
        ) : (
          <>
            <div>
              <p>
                {own.length === 0 && thrown !== ''
                  ? text.out(thrown.length, thrown.at(-1) ?? '')
                  : text.now(thrown)}
              </p>
              <p className={styles['count']}>
                <b>{own.length}</b> <span>{text.leftOf(lots.left)}</span>
              </p>
            </div>
            <div className={styles['chance']}>
              <p className="soft">{text.chance}</p>
              <p>
                <b>{percent(own.length, lots.left)}%</b>
              </p>
              {thrown !== '' && <p className="soft">{text.before(percent(numbers.length, of))}</p>}
            </div>
          </>
        )}
      </div>
      {!isOver && <Field thrown={thrown} count={digits.length} own={own} />}
      {!isOver && <p className="soft">{text.next(thrown.length + 1, digits.length)}</p>}
      <p className="soft">
        {page !== null && text.paper(page, person)} <a href={list}>{text.list}</a>
      </p>
      {often.lots > 0 && <p className="soft">{text.often(often.ids, often.lots)}</p>}
      {numbers.length > 0 && (
        <details className={styles['all']}>
          <summary className="key">{text.all}</summary>
          <p className={styles['numbers']}>{written.join(' ')}</p>
        </details>
      )}
      <p className={styles['hash']}>
        {text.hash} <code>{numbered.hash.replace(/.{4}/g, '$& ')}</code>
      </p>
    </section>
  );
}

/** Ten rows of what one next digit leaves; before the last digit one row, with whole numbers. */
function Field({
  thrown,
  count,
  own,
}: {
  readonly thrown: string;
  /** Digits of a number. */
  readonly count: number;
  readonly own: readonly string[];
}) {
  const text = useText(phoneLotsText);
  const open = count - thrown.length;
  if (open === 1)
    return (
      <ol className={styles['last']}>
        {TEN.map((n) => {
          const number = `${thrown}${n}`;
          return (
            <li key={n}>
              <Slot state={own.includes(number) ? 'filled' : 'empty'} />
              <span data-own={own.includes(number)}>{number}</span>
            </li>
          );
        })}
      </ol>
    );
  return (
    <table className={styles['field']}>
      <thead>
        <tr>
          <td />
          {open === 2 && TEN.map((n) => <th key={n}>{n}</th>)}
          {open === 3 && <td />}
          <th>{text.column}</th>
        </tr>
      </thead>
      <tbody>
        {TEN.map((n) => {
          const prefix = `${thrown}${n}`;
          const row = own.filter((number) => number.startsWith(prefix));
          return (
            <tr key={n}>
              <th scope="row">{prefix + '_'.repeat(open - 1)}</th>
              {open === 2 ? (
                TEN.map((m) => (
                  <td key={m}>
                    <Slot state={row.includes(`${prefix}${m}`) ? 'filled' : 'empty'} />
                  </td>
                ))
              ) : (
                <td className={styles['share']}>
                  <i style={{ width: `${row.length}%` }} />
                </td>
              )}
              <td className={styles['sum']}>{row.length}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function percent(n: number, of: number): string {
  return (of === 0 ? 0 : (100 * n) / of).toFixed(1);
}

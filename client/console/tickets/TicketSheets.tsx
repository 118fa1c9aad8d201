// The sheets to print: A4, eight tickets a page, cut lines, black and white. On screen it covers the console.
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { consoleText } from '../../../shared/text/console.ts';
import type { PrintedTicket, UnitTicket } from '../../../shared/printed-ticket.ts';
import { RehearsalBand } from '../../rehearsal/RehearsalBand.tsx';
import { Button } from '../../ui/Button.tsx';
import { listen } from '../../live/until-ended.ts';
import { fitInSteps } from '../parts/fit.ts';
import { useTwice } from '../parts/use-twice.ts';
import { useText } from '../../ui/language.ts';
import { useView } from '../parts/console-context.ts';
import print from '../print.module.css';
import shell from '../shell.module.css';
import styles from './TicketSheets.module.css';

/** Of a person or a unit. */
export type Sheet = PrintedTicket | UnitTicket;

const A_PAGE = 8;
/** The last of the style sheet's steps; it holds the longest names and addresses that there can be. */
const SMALLEST = 6;

export function TicketSheets({
  tickets,
  printNow = false,
  onClose,
}: {
  readonly tickets: readonly Sheet[];
  /** Opens the browser's printing at once. */
  readonly printNow?: boolean;
  readonly onClose: () => void;
}) {
  const { tickets: text, pressAgain } = useText(consoleText);
  const { title, rehearsal } = useView((view) => view.control.stage.meeting);
  const dialog = useRef<HTMLDialogElement>(null);
  // Of printing the browser tells that it was begun, not that paper came out.
  const [printed, setPrinted] = useState(false);
  const closing = useTwice(text.close);
  const again = pressAgain(text.close);
  useEffect(() => {
    const beforeprint = () => {
      setPrinted(true);
    };
    return listen(window, { beforeprint });
  }, []);
  useEffect(() => {
    const sheets = dialog.current;
    if (!sheets) return;
    if (!sheets.open) sheets.showModal();
    // In its own size, as it prints: a phone shows it smaller once it is measured.
    delete sheets.dataset['fitted'];
    fitInSteps(sheets.querySelectorAll('li'), SMALLEST);
    sheets.dataset['fitted'] = '';
    // Measured again in the other language.
  }, [tickets, text]);
  useEffect(() => {
    if (printNow) window.print();
  }, [printNow]);
  const pages = Array.from({ length: Math.ceil(tickets.length / A_PAGE) }, (_, n) =>
    tickets.slice(n * A_PAGE, (n + 1) * A_PAGE),
  );
  return createPortal(
    <dialog
      ref={dialog}
      className={[shell['console'], print['cover'], styles['cover']].join(' ')}
      aria-label={text.sheets}
      onClose={onClose}
      onCancel={(event) => {
        if (printed || closing.press()) return;
        event.preventDefault();
      }}
    >
      <header className={`${print['bar'] ?? ''} ${styles['bar'] ?? ''}`}>
        <h2>{text.made(tickets.length)}</h2>
        <p>{text.onceOnly}</p>
        <Button
          kind="ink"
          onClick={() => {
            setPrinted(true);
            window.print();
          }}
        >
          {text.print(pages.length)}
        </Button>
        <Button
          kind={closing.armed ? 'ink' : 'plain'}
          blocked={closing.settling ? again : null}
          onClick={() => {
            if (printed || closing.press()) onClose();
          }}
        >
          {closing.armed ? again : text.close}
        </Button>
      </header>
      <div className={print['pages']}>
        {pages.map((page, n) => (
          <ul
            key={n}
            className={`${print['page'] ?? ''} ${styles['page'] ?? ''}`}
            data-single={tickets.length === 1}
          >
            {page.map((ticket) => (
              <TicketCard
                key={'unit' in ticket ? `unit/${ticket.unit}` : ticket.reviewer}
                ticket={ticket}
                title={title}
                rehearsal={rehearsal}
              />
            ))}
          </ul>
        ))}
      </div>
    </dialog>,
    document.body,
  );
}

function TicketCard({
  ticket,
  title,
  rehearsal,
}: {
  readonly ticket: Sheet;
  readonly title: string;
  readonly rehearsal: boolean;
}) {
  const text = useText(consoleText).tickets;
  const { group, code, url, qr, apart } = ticket;
  const name = apart?.own ?? ticket.name;
  return (
    <li className={styles['ticket']}>
      {/* Markup from our own server, which draws it from the address alone. */}
      <div
        className={styles['qr']}
        role="img"
        aria-label={text.qrOf(ticket.name)}
        dangerouslySetInnerHTML={{ __html: qr }}
      />
      <div className={styles['words']}>
        {rehearsal && (
          <div className={styles['band']}>
            <RehearsalBand look="sheet" />
          </div>
        )}
        <p className={styles['meeting']}>{title}</p>
        <p className={styles['name']}>{name}</p>
        <p className={styles['group']}>{group}</p>
        {apart && (
          <p className={styles['apart']}>
            {apart.mark === group ? text.namesake.group : text.namesake.id(apart.mark)}
          </p>
        )}
        <p className={styles['code']}>{code}</p>
      </div>
      <p className={styles['how']}>{text.how(addressOf(url))}</p>
    </li>
  );
}

/** The address to type: without the secret. */
function addressOf(url: string): string {
  return url.replace(/#.*$/, '');
}

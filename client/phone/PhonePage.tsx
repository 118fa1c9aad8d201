// The panel member's page: the code from the QR, else the session's cookie, else the short code; then the seat.
import { useEffect, useRef, useState } from 'react';
import { phoneText } from '../../shared/text/phone.ts';
import { useSecretOnce } from '../live/secret.ts';
import { useText } from '../ui/language.ts';
import { claim, troubleOf, type Claimed, type OnSeated, type Trouble } from './join/claim.ts';
import { Door } from './join/Door.tsx';
import { Shell } from './shell/Shell.tsx';
import { SeatPage } from './SeatPage.tsx';
import { Plain } from './shell/Plain.tsx';

type Phase =
  | { readonly kind: 'claiming'; readonly ticket: string }
  | { readonly kind: 'door'; readonly why: Trouble; readonly ticket: string | null }
  /** `n` tells one session of this page from the next; `first` came with the claim. */
  | {
      readonly kind: 'seat';
      readonly greet: boolean;
      readonly n: number;
      readonly first: Claimed['view'];
    };

export function PhonePage({ code }: { readonly code: string }) {
  const ticket = useSecretOnce('ticket');
  const [phase, setPhase] = useState<Phase>(
    ticket === null
      ? { kind: 'seat', greet: false, n: 0, first: undefined }
      : { kind: 'claiming', ticket },
  );
  const seated: OnSeated = (first) => {
    setPhase({ kind: 'seat', greet: true, n: phase.kind === 'seat' ? phase.n + 1 : 0, first });
  };
  switch (phase.kind) {
    case 'claiming':
      return (
        <Claiming
          code={code}
          ticket={phase.ticket}
          onSeated={seated}
          onTrouble={(why) => {
            // Kept: it is in the address bar no more.
            setPhase({ kind: 'door', why, ticket: phase.ticket });
          }}
        />
      );
    case 'door': {
      const { ticket: kept } = phase;
      return (
        <Door
          code={code}
          why={phase.why}
          ticket={kept}
          onSeated={seated}
          onRetry={
            kept === null
              ? null
              : () => {
                  setPhase({ kind: 'claiming', ticket: kept });
                }
          }
        />
      );
    }
    case 'seat':
      return (
        <SeatPage
          key={phase.n}
          code={code}
          greet={phase.greet}
          first={phase.first}
          onSeated={seated}
          onLeft={() => {
            setPhase({ kind: 'door', why: null, ticket: null });
          }}
        />
      );
  }
}

function Claiming({
  code,
  ticket,
  onSeated,
  onTrouble,
}: {
  readonly code: string;
  readonly ticket: string;
  readonly onSeated: OnSeated;
  readonly onTrouble: (why: Trouble) => void;
}) {
  const text = useText(phoneText);
  const asked = useRef(false);
  useEffect(() => {
    // Once: every claim counts as a takeover of the seat.
    if (asked.current) return;
    asked.current = true;
    void claim(code, { ticket }).then((answer) => {
      if (answer.ok) onSeated(answer.view);
      else onTrouble(troubleOf(answer));
    });
  });
  return (
    <Shell place={text.place.join} status="connecting">
      <Plain title={text.claiming}>{text.connectingHint}</Plain>
    </Shell>
  );
}

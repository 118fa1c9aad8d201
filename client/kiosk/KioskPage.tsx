// The desk's tablet: a big code entry, one person's seat at a time, and back by itself.
import { useCallback, useEffect, useState } from 'react';
import { CodePad } from './CodePad.tsx';
import { handOver, isTaken, takeOver } from './handover.ts';
import { KioskSeat } from './KioskSeat.tsx';

const RETRY_MS = 3000;

export function KioskPage({ code }: { readonly code: string }) {
  /** Numbers the people who had the tablet; null: nobody has it. */
  const [person, setPerson] = useState<{ readonly n: number } | null>(null);
  const [count, setCount] = useState(0);
  /** Someone's seat is still open here and must be let go before the next person. */
  const [handing, setHanding] = useState(isTaken);

  const leave = useCallback(() => {
    setPerson(null);
    setHanding(true);
  }, []);

  useEffect(() => {
    if (!handing) return;
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hand = async () => {
      const done = await handOver(code);
      if (over) return;
      if (done) setHanding(false);
      else timer = setTimeout(() => void hand(), RETRY_MS);
    };
    void hand();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [code, handing]);

  if (person) return <KioskSeat key={person.n} code={code} onLeave={leave} />;
  return (
    <CodePad
      key={count}
      code={code}
      busy={handing}
      onSeated={() => {
        takeOver(code);
        setPerson({ n: count });
        setCount(count + 1);
      }}
    />
  );
}

// What stands around a page of a meeting: the band, where it is a rehearsal, and the large version's letters.
import type { ReactNode } from 'react';
import { isRehearsalCode } from '../shared/rehearsal-code.ts';
import { later, quietly } from './live/later.ts';
import { useLarge } from './ui/large.ts';

const RehearsalBand = later(
  async () => (await import('./rehearsal/RehearsalBand.tsx')).RehearsalBand,
);

// What stands is shown until it has come.
const LargeLetters = quietly(
  later(async () => (await import('./ui/LargeLetters.tsx')).LargeLetters),
);

export function InMeeting({
  code,
  children,
}: {
  readonly code: string;
  readonly children: ReactNode;
}) {
  return (
    <>
      {isRehearsalCode(code) && <RehearsalBand />}
      {useLarge() && <LargeLetters />}
      {children}
    </>
  );
}

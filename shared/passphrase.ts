// How strong a new passphrase is: one measure for the page that asks for it and the server that decides (BALLOTS.md §3).

/** In letters drawn at random. */
export const STRONG_ENOUGH = 15;

/** One of thousands of characters says more than one of dozens of letters: eight of them are as strong as fifteen letters. */
const LETTERS_A_HANZI = STRONG_ENOUGH / 8;
/** A character that comes again and again makes nothing harder to guess. */
const TIMES_COUNTED = 3;

/** How many letters drawn at random it is worth, counted in characters. */
export function strengthOf(passphrase: string): number {
  const times = new Map<string, number>();
  for (const one of passphrase.normalize('NFKC')) times.set(one, (times.get(one) ?? 0) + 1);
  return [...times].reduce(
    (sum, [one, n]) =>
      sum + Math.min(n, TIMES_COUNTED) * (/\p{Script=Han}/u.test(one) ? LETTERS_A_HANZI : 1),
    0,
  );
}

/** How many letters it still lacks, in whole ones; 0 where it is strong enough. */
export function lettersLacking(passphrase: string): number {
  return Math.max(0, Math.ceil(STRONG_ENOUGH - strengthOf(passphrase)));
}

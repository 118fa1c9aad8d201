// Numbers and times as English sentences speak of them.

export const plural = (n: number, one: string, many = `${one}s`): string =>
  `${n} ${n === 1 ? one : many}`;

export const lasts = (seconds: number): string =>
  seconds === 0
    ? 'no time limit'
    : seconds % 60 === 0
      ? `${seconds / 60} min`
      : seconds < 60
        ? `${seconds} s`
        : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;

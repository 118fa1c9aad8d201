// Numbers and times as English sentences speak of them.

export const plural = (n: number, one: string, many = `${one}s`): string =>
  `${n} ${n === 1 ? one : many}`;

export const ordinal = (n: number): string => {
  const end = n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${end}`;
};

export const lasts = (seconds: number): string =>
  seconds === 0
    ? 'no time limit'
    : seconds % 60 === 0
      ? `${seconds / 60} min`
      : seconds < 60
        ? `${seconds} s`
        : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;

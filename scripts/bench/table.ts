// Lines of the benchmarks' tables: the first column in words, numbers to the right.

const WORDS = 44;
const NUMBER = 12;

export function title(text: string): void {
  process.stdout.write(`\n${text}\n`);
}

export function row(words: string, cells: readonly string[]): void {
  const numbers = cells.map((cell) => cell.padStart(NUMBER)).join('');
  process.stdout.write(`${words.padEnd(WORDS)}${numbers}\n`);
}

export function ms(value: number): string {
  return value.toFixed(1);
}

export function times(value: number, reference: number): string {
  return `${(value / reference).toFixed(2)} x`;
}

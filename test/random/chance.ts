// The choices that a random case is made of.
import fc, { type GeneratorValue } from 'fast-check';

export interface Chance {
  /** A whole number, both ends included. */
  int(min: number, max: number): number;
  pick<T>(list: readonly T[]): T;
  /** So many times in ten. */
  often(inTen: number): boolean;
  /** Each of them so many times in ten, in their order. */
  some<T>(list: readonly T[], inTen: number): T[];
  /** At least one. */
  atLeastOne<T>(list: readonly T[], inTen: number): T[];
  shuffled<T>(list: readonly T[]): T[];
  times<T>(min: number, max: number, make: (index: number) => T): T[];
}

/** What `make` builds by chance. */
export function byChance<T>(make: (chance: Chance) => T): fc.Arbitrary<T> {
  return fc.gen().map((generator) => make(chanceOf(generator)));
}

function chanceOf(generator: GeneratorValue): Chance {
  const int = (min: number, max: number): number => generator(fc.integer, { min, max });
  const pick = <T>(list: readonly T[]): T => list[int(0, list.length - 1)]!;
  const often = (inTen: number): boolean => int(1, 10) <= inTen;
  const some = <T>(list: readonly T[], inTen: number): T[] => list.filter(() => often(inTen));
  return {
    int,
    pick,
    often,
    some,
    atLeastOne(list, inTen) {
      const chosen = some(list, inTen);
      return chosen.length > 0 ? chosen : [pick(list)];
    },
    shuffled(list) {
      const rest = [...list];
      return list.map(() => rest.splice(int(0, rest.length - 1), 1)[0]!);
    },
    times: (min, max, make) => Array.from({ length: int(min, max) }, (_, index) => make(index + 1)),
  };
}

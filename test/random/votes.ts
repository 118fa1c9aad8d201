// By chance: votes of both kinds.
import type { Seat, Vote } from '../second/case.ts';
import type { Chance } from './chance.ts';

export function votes(chance: Chance, seats: readonly Seat[]): Vote[] {
  return chance.times(1, 2, (i) => vote(chance, `v${i}`, seats));
}

function vote(chance: Chance, id: string, all: readonly Seat[]): Vote {
  const kind = chance.pick(['choose', 'approve'] as const);
  const options = ['o1', 'o2', 'o3', 'o4'].slice(0, chance.int(1, 4));
  const n = kind === 'choose' || chance.often(5) ? chance.int(1, options.length) : undefined;
  const exactly = kind === 'choose' && chance.often(4);
  const weighted = chance.often(4);
  const seats = chance.some(all, 9).map((seat) => seat.id);
  const present = chance.some(seats, 8);
  const words = (): string[] => {
    if (chance.often(1)) return ['abstain'];
    if (kind === 'approve')
      return options.map(() => chance.pick(['for', 'for', 'against', 'abstain']));
    return chance.shuffled(options).slice(0, exactly ? n : chance.int(1, n!));
  };
  return {
    id,
    kind,
    options,
    ...(n !== undefined && { n }),
    ...(exactly && { exactly }),
    ...(chance.often(6) && {
      quorum: { share: share(chance), of: chance.pick(['seats', 'present'] as const) },
    }),
    ...(chance.often(7) && {
      majority: {
        share: share(chance),
        of: chance.pick([
          'cast' as const,
          'decided' as const,
          ...(weighted ? [] : (['seats'] as const)),
        ]),
        strict: chance.often(5),
      },
    }),
    ...(weighted && { weighted }),
    seats,
    present,
    ballots: chance
      .some(seats, 9)
      .flatMap((seat) =>
        chance.times(1, chance.often(1) ? 2 : 1, () => [seat, ...words()] as const),
      ),
  };
}

function share(chance: Chance): string {
  return chance.pick(['0.5', '0.5', '1/3', '2/3', '0.75', '0', '1']);
}

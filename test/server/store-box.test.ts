// What every ballot box does, whether it lies in memory or in a meeting's file.
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { BallotBox } from '../../server/store/ballot-box.ts';
import { boxRoot, BoxIndex } from '../../shared/ballots/box-index.ts';
import type { RoundId } from '../../shared/ids.ts';
import { MEETING_SCHEMA } from '../../server/store/meeting-file.ts';
import { MemoryBox } from '../memory-store.ts';
import { NamedBox } from '../../server/store/named-box.ts';
import { offerSums } from '../../server/store/row-sums.ts';
import { ballot, ballots } from './store-fixtures.ts';

const BOXES: readonly (readonly [string, () => BallotBox])[] = [
  ['memory', () => new MemoryBox()],
  [
    'named',
    () => {
      const db = new Database(':memory:');
      onTestFinished(() => void db.close());
      offerSums(db);
      db.exec(MEETING_SCHEMA);
      db.exec(
        `INSERT INTO events VALUES (1, 1, 'T', 1, '{}', '', '${'0'.repeat(64)}', NULL, NULL)`,
      );
      return new NamedBox(db);
    },
  ],
];

describe.each(BOXES)('%s box', (_, open) => {
  test('[R5] every revision is kept, in the order of adding', () => {
    const box = open();
    const cast = [ballot(5), ballot(3), ballot(3, { rev: 2 }), ballot(5, { rev: 4 }), ballot(1)];
    box.add(cast.slice(0, 3));
    box.add([]);
    box.add(cast.slice(3));
    expect(box.all()).toEqual(cast);
  });

  test('[R5] a kept revision is never replaced, and its company is not kept either', () => {
    const box = open();
    box.add([ballot(1)]);
    expect(() => box.add([ballot(2), ballot(1), ballot(3)])).toThrow();
    expect(() => box.add([ballot(4), ballot(4)])).toThrow();
    expect(box.all()).toEqual([ballot(1)]);
  });

  test('verification goes through everything and names a ballot whose hash is not its own', () => {
    const box = open();
    box.add(ballots(1, 1_000));
    expect(last(box.verify())).toBeNull();
    box.add([{ ...ballot(2_000), hash: ballot(2_001).hash }]);
    expect(last(box.verify())).toBe('ballot r1/1/D01/S2000/1');
  });

  test.each([0, 1, 255, 256, 257, 1_000])(
    '[R4] the root over %d ballots is the one that a close would write, whatever the order',
    (count) => {
      const box = open();
      const cast = ballots(1, count).toReversed();
      box.add(cast);
      const index = new BoxIndex();
      for (const one of cast) index.add(one);
      const attempt = { round: 'r1' as RoundId, attempt: 1 };
      const { root } = boxRoot(index, attempt.round, attempt.attempt);
      expect(last(box.verify([{ ...attempt, root }]))).toBeNull();
      expect(last(box.verify([{ ...attempt, root: '0'.repeat(64) }]))).toBe(
        'ballots of r1, attempt 1: root differs from the log',
      );
    },
  );

  test('verification takes breaths in which ballots may be added', () => {
    const box = open();
    box.add(ballots(1, 150));
    const steps = box.verify();
    steps.next();
    box.add(ballots(1_000, 150));
    expect(last(steps)).toBeNull();
    expect(box.all()).toHaveLength(300);
  });
});

function last(steps: ReturnType<BallotBox['verify']>): string | null {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

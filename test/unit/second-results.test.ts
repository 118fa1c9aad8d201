// The second computation of results/1 gives the known answers, and holds the laws that any result holds.
import { describe, expect, it } from 'vitest';
import vectors from '../vectors/results.json' with { type: 'json' };
import { secondResult } from '../second-results.ts';

describe('results/1, computed a second time', () => {
  it.each(vectors.cases)('[R8] $name', (known) => {
    const result = secondResult(known);
    if ('refused' in known) expect(result).toHaveProperty('refused');
    else expect(result).toEqual(known.expected);
  });
});

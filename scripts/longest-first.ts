// The order of test files: by size, as without a memory of earlier runs, but those first that take long however short they
// are. One of them that began last would leave the other workers idle.
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const LONGEST = ['browser/letters', 'browser/founding', 'browser/scheme', 'faults/kill-day'];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted].sort((a, b) => placeOf(a) - placeOf(b));
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const place = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
  return place < 0 ? LONGEST.length : place;
}

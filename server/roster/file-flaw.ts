// What keeps a file from being read at all: thrown deep inside a format's reader, caught once, shown as a problem.
import type { Problem } from '../../shared/roster/problem.ts';

export class FileFlaw extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** Cut off, changed, or never a workbook's inside. */
export function damaged(sheet = ''): FileFlaw {
  return new FileFlaw({ sheet, code: 'damaged' });
}

/** Small as a file, too large when unpacked. */
export function tooHeavy(): FileFlaw {
  return new FileFlaw({ sheet: '', code: 'too-heavy' });
}

// A roster file on its way to the server: what is sent, and what the preview or the problem list looks like.
import type { HttpAnswer } from '../../live/http.ts';
import { call } from '../../live/http.ts';
import type { Expectation } from '../../../shared/meeting/commands.ts';
import type { Note, Problem } from '../../../shared/roster/problem.ts';

export type RosterKind = 'subjects' | 'reviewers';

export interface RosterFile {
  readonly name: string;
  readonly base64: string;
}

export interface Part {
  readonly name: string;
  readonly count: number;
}

export interface Preview {
  readonly stored: boolean;
  readonly count: number;
  /** The first entries, as they were understood. */
  readonly sample: readonly {
    readonly id: string;
    readonly name: string;
    readonly category?: string;
    readonly group?: string;
    readonly recusals?: readonly string[];
  }[];
  readonly categories?: readonly Part[];
  readonly groups?: readonly Part[];
  readonly notes: readonly Note[];
}

export type ImportAnswer =
  HttpAnswer<Preview> | { readonly ok: false; readonly problems: readonly Problem[] };

/** Without `store` it is only read: nothing changes until the person has seen what was understood. */
export function sendRoster(
  code: string,
  kind: RosterKind,
  file: RosterFile,
  store: boolean,
  expects: Expectation,
): Promise<ImportAnswer> {
  const body = { file: file.name, base64: file.base64, store, expects };
  return call<Preview>(`/api/m/${code}/import/${kind}`, body);
}

export function readFile(file: File): Promise<RosterFile> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => {
      reject(reader.error ?? new Error('the file could not be read'));
    };
    reader.onload = () => {
      // "data:text/csv;base64,…": what follows the comma; an empty file has no comma in some browsers.
      const url = typeof reader.result === 'string' ? reader.result : '';
      const comma = url.indexOf(',');
      resolve({ name: file.name, base64: comma < 0 ? '' : url.slice(comma + 1) });
    };
    reader.readAsDataURL(file);
  });
}

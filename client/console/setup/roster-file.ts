// A roster file on its way to the server: what is sent, and what the preview or the problem list looks like.
import type { HttpAnswer } from '../../live/http.ts';
import { call } from '../../live/http.ts';
import type { Expectation } from '../../../shared/meeting/commands.ts';
import type { RosterChange } from '../../../shared/meeting/roster-change.ts';
import {
  MAX_MEGABYTES,
  type Choices,
  type ColumnUse,
  type Note,
  type Problem,
  type Question,
} from '../../../shared/roster/problem.ts';

/** What stores a list of each kind. */
export const IMPORTS = { subjects: 'ImportSubjects', reviewers: 'ImportReviewers' } as const;
export type RosterKind = keyof typeof IMPORTS;

export interface RosterFile {
  readonly name: string;
  readonly base64: string;
}

export interface Part {
  readonly name: string;
  readonly count: number;
}

export interface OfferedColumn {
  readonly heading: string;
  readonly values: number;
  /** What keeps it from being chosen. */
  readonly flaw: 'blank' | 'many' | 'one' | null;
  /** The first of those who have nothing there, and how many they are. */
  readonly blank: readonly string[];
  readonly blanks: number;
  readonly chosen: boolean;
}

export interface Preview {
  readonly stored: boolean;
  readonly count: number;
  /** "" for a file without sheets. */
  readonly sheet: string;
  readonly columns: readonly ColumnUse[];
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
  /** Of reviewers: further columns, and whether quotas are set by them. */
  readonly attributes?: readonly OfferedColumn[];
  /** Against the roster that stands. */
  readonly change: RosterChange;
  readonly notes: readonly Note[];
  readonly moreNotes: number;
  /** What the file was understood against: it is stored against the same, or looked at again. */
  readonly expects: Expectation;
  /** Stands for the roster that would be replaced. */
  readonly standing: string;
}

/** Why a file was not taken: problems to mend, or questions to answer. */
export interface Findings {
  readonly ok: false;
  readonly problems: readonly Problem[];
  /** Problems that are not listed. */
  readonly more?: number;
  readonly questions?: readonly Question[];
}

export type ImportAnswer = HttpAnswer<Preview> | Findings;

/** Headings of the columns that quotas are set by; null where nobody has chosen: then as before. */
type Quotas = readonly string[] | null;

export function chosenIn(columns: readonly OfferedColumn[]): readonly string[] {
  return columns.flatMap(({ heading, chosen }) => (chosen ? [heading] : []));
}

/** Reads a file on the server; nothing changes until the person has seen what was understood. */
export function previewRoster(
  code: string,
  kind: RosterKind,
  file: RosterFile,
  choices: Choices,
  quotas: Quotas = null,
): Promise<ImportAnswer> {
  return send(code, kind, file, choices, quotas, null);
}

/**
 * Stores what was previewed. Where the meeting has moved on since, the file is looked at again, and stored only if
 * everything about it is still as the person saw it; otherwise the new preview comes back, not stored.
 */
export async function storeRoster(
  code: string,
  kind: RosterKind,
  file: RosterFile,
  choices: Choices,
  seen: Preview,
): Promise<ImportAnswer> {
  const quotas = seen.attributes ? chosenIn(seen.attributes) : null;
  const answer = await send(code, kind, file, choices, quotas, seen.expects);
  if (answer.ok || !('refusal' in answer) || answer.refusal.code !== 'stale') return answer;
  const fresh = await send(code, kind, file, choices, quotas, null);
  if (!fresh.ok || content(fresh) !== content(seen)) return fresh;
  return send(code, kind, file, choices, quotas, fresh.expects);
}

/** Without `store` it is only read. */
function send(
  code: string,
  kind: RosterKind,
  { name, base64 }: RosterFile,
  choices: Choices,
  quotas: Quotas,
  store: Expectation | null,
): Promise<ImportAnswer> {
  return call<Preview>(`/m/${encodeURIComponent(code)}/api/import/${kind}`, {
    file: name,
    base64,
    choices,
    ...(quotas === null ? {} : { quotas }),
    store: store !== null,
    expects: store ?? { item: null, touched: 0 },
  });
}

function content({ expects: _expects, stored: _stored, ...rest }: Preview): string {
  return JSON.stringify(rest);
}

/** The file's bytes, or the problem that can be told before anything is sent. */
export function readFile(
  file: File,
): Promise<{ readonly ok: true; readonly file: RosterFile } | Findings> {
  const flawed = (problem: Problem): Findings => ({ ok: false, problems: [problem] });
  if (file.size > MAX_MEGABYTES * 1_000_000)
    return Promise.resolve(
      flawed({ sheet: '', code: 'file-too-large', maxMegabytes: MAX_MEGABYTES }),
    );
  return new Promise((resolve) => {
    const reader = new FileReader();
    // A folder, or a file that is gone since it was chosen.
    reader.onerror = () => {
      resolve(flawed({ sheet: '', code: 'file-empty' }));
    };
    reader.onload = () => {
      // "data:text/csv;base64,…": what follows the comma; an empty file has no comma in some browsers.
      const url = typeof reader.result === 'string' ? reader.result : '';
      const comma = url.indexOf(',');
      const base64 = comma < 0 ? '' : url.slice(comma + 1);
      resolve({ ok: true, file: { name: file.name, base64 } });
    };
    reader.readAsDataURL(file);
  });
}

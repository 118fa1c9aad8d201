// What the readiness list and the rehearsal step say, whatever the language.
import type {
  ReadinessId,
  ReadinessLine,
  ReadinessState,
} from '../../views/slices/readiness-lines.ts';

/** How one line reads: its name, what stands, and what to do or know; the latter may be empty. */
interface LineWords<Id extends ReadinessId> {
  readonly name: string;
  readonly fact: (line: Extract<ReadinessLine, { readonly id: Id }>) => string;
  readonly say: (line: Extract<ReadinessLine, { readonly id: Id }>) => string;
}

type Lines = { readonly [Id in ReadinessId]: LineWords<Id> };

export interface ReadinessText {
  readonly title: (ready: number, of: number) => string;
  readonly allReady: string;
  readonly allReadyRehearsal: string;
  readonly states: Readonly<Record<ReadinessState, string>>;
  readonly parts: Readonly<Record<'lists' | 'panel' | 'hall' | 'safety', string>>;
  readonly open: string;
  readonly openScreen: string;
  readonly openStep: (name: string) => string;
  readonly lines: Lines;
  readonly rehearsal: {
    readonly place: string;
    readonly lead: string;
    readonly make: string;
    readonly again: string;
    readonly moderatorOnly: string;
    readonly full: string;
    readonly made: string;
    readonly row: (when: string, held: boolean) => string;
    readonly open: string;
    readonly openOne: (code: string) => string;
    readonly delete: string;
    readonly deleteOne: (code: string) => string;
    readonly deleteAsk: (code: string) => string;
    readonly deleteMeans: string;
    readonly deleteThis: string;
    readonly what: readonly string[];
    readonly isOne: string;
    readonly phones: string;
    readonly phonesHint: string;
    readonly command: string;
    readonly commandHint: string;
    readonly walk: string;
    readonly walkHint: string;
    readonly toStage: string;
    readonly ownPhone: string;
  };
}

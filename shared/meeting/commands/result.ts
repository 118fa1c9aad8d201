// The result: by which plan, of which columns and adjustments, and who decides what it has come to.
import type { SubjectId } from '../../ids.ts';
import type { Decimal, Share } from '../../results/case.ts';
import { APPROVALS } from '../result/outcome.ts';
import { command, CLERK, made, MODERATOR, type StaffEntry } from './command.ts';

/** What a column's file has read, with names matched to subjects. */
export interface ColumnRows {
  readonly column: string;
  readonly name: string;
  readonly max: Decimal;
  /** Name of the file. */
  readonly source: string;
  readonly values: readonly { readonly subject: SubjectId; readonly value: Decimal }[];
  /** That some have none was seen and is meant. */
  readonly partial: boolean;
}

export interface EarlierRows {
  readonly earlier: string;
  readonly name: string;
  readonly source: string;
  readonly rows: readonly {
    readonly subject: SubjectId;
    readonly total?: Share;
    readonly root?: Share;
    readonly grade?: string;
  }[];
}

export const resultCommands = {
  /** null: none, and the result is the score of the rounds. `reason`: needed once people have come. */
  AdoptResult: command('results', CLERK, (f) => ({
    plan: f.plan.nullable(),
    reason: f.reason.exactOptional(),
  })),
  ImportColumn: command('results', CLERK, made<ColumnRows>()),
  ImportEarlier: command('results', CLERK, made<EarlierRows>()),
  /** `evidence`: what proves it, in words; `document` a report of the unit that does, by its hash. */
  DeclareAdjustment: command('none', CLERK, (f) => ({
    ...{ subject: f.subject, kind: f.named, points: f.plainDecimal, date: f.date },
    ...{ event: f.label, tags: f.list(f.label, 0, 10), carried: f.yes },
    ...{ reason: f.reason, evidence: f.reason },
    document: f.hex64.exactOptional(),
  })),
  /** By another than whoever declared it. The reason may be empty. */
  ConfirmAdjustment: command('none', CLERK, (f) => ({ adjustment: f.named, reason: f.reason })),
  RejectAdjustment: command('none', CLERK, (f) => ({ adjustment: f.named, reason: f.reason })),
  /** A confirmed deduction was made good on that day. */
  CancelAdjustment: command('none', CLERK, (f) => ({
    ...{ adjustment: f.named, date: f.date, reason: f.reason },
  })),
  /** `worst`: no better grade than that; null: no place. */
  DeclareVeto: command('results', MODERATOR, (f) => ({
    ...{ subject: f.subject, worst: f.label.nullable(), reason: f.reason },
  })),
  LiftVeto: command('results', MODERATOR, (f) => ({ veto: f.named, reason: f.reason })),
  ComputeResult: command('results', CLERK, () => ({})),
  /** `hash`: of the result that was on the page, here and below. */
  CheckResult: command('results', CLERK, (f) => ({ hash: f.hex64 })),
  ApproveResult: command('results', CLERK, (f) => ({
    ...{ hash: f.hex64, stage: f.oneOf(APPROVALS) },
    ...{ body: f.name, date: f.date, document: f.name },
  })),
  /** `days`: for how long it is open to objections. */
  PublishResult: command('results', MODERATOR, (f) => ({ hash: f.hex64, days: f.days })),
  FinishResult: command('results', MODERATOR, (f) => ({ hash: f.hex64 })),
  ReturnResult: command('results', CLERK, (f) => ({ hash: f.hex64, reason: f.reason })),
} as const satisfies Readonly<Record<string, StaffEntry>>;

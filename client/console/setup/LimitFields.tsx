// Differentiation: how often a person may give the top of a sheet, and the same total.
import { choicesOf } from '../../../shared/meeting/agenda/kind.ts';
import type { SheetPlan } from '../../../shared/meeting/agenda/item.ts';
import type { Limits } from '../../../shared/scoring/limits.ts';
import { fromShare, multiply, rational, toDecimal } from '../../../shared/scoring/rational.ts';
import { leavesOf } from '../../../shared/scoring/sheet.ts';
import { sheetPlanText } from '../../../shared/text/sheet-plan.ts';
import { useText } from '../../ui/language.ts';
import { Choice } from '../parts/Choice.tsx';
import { useView } from '../parts/console-context.ts';
import { NumberField } from '../parts/NumberField.tsx';
import { Select } from '../parts/Select.tsx';

type Top = NonNullable<Limits['top']>;

export function LimitFields({
  limits = {},
  plan,
  onChange,
}: {
  readonly limits: Limits | undefined;
  readonly plan: SheetPlan;
  /** Absent where nothing is limited any more. */
  readonly onChange: (limits: Limits | undefined) => void;
}) {
  const words = useText(sheetPlanText);
  const sheets = useView((view) => view.setup.sheets);
  const used = new Set(choicesOf(plan).map(({ sheet }) => sheet));
  const grades = sheets.flatMap((sheet) => {
    const [line, second] = used.has(sheet.id) ? leavesOf(sheet) : [];
    return line && !second && 'scale' in line ? line.scale : [];
  });
  const { top, distinct } = limits;
  const change = ({ top: nextTop, distinct: next }: Limits) => {
    const kept = {
      ...(nextTop ? { top: nextTop } : {}),
      ...(next === undefined ? {} : { distinct: next }),
    };
    onChange(nextTop || next !== undefined ? kept : undefined);
  };
  const setTop = (next: Top | undefined) => {
    change({
      ...(next ? { top: next } : {}),
      ...(distinct === undefined ? {} : { distinct }),
    });
  };
  const kind = !top ? 'none' : 'grade' in top.at ? 'grade' : 'total';
  const share = top ? fromShare(top.share) : null;
  return (
    <>
      <Choice
        label={words.limits}
        value={kind}
        options={words.tops}
        note={grades.length === 0 && kind === 'grade' ? words.noGrades : words.topMeans[kind]}
        onChange={(chosen) => {
          const rest = { share: top?.share ?? '0.2', ...(top?.of ? { of: top.of } : {}) };
          if (chosen === 'none') setTop(undefined);
          else if (chosen === 'total') setTop({ at: { total: '90' }, ...rest });
          else setTop({ at: { grade: grades[0]?.id ?? '' }, ...rest });
        }}
      />
      {top && (
        <>
          {'grade' in top.at ? (
            <Select
              label={words.grade}
              value={top.at.grade}
              options={grades.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(grade) => {
                setTop({ ...top, at: { grade } });
              }}
            />
          ) : (
            <NumberField
              label={words.total}
              value={Number(top.at.total)}
              most={100}
              decimals
              onChange={(total) => {
                if (total !== null) setTop({ ...top, at: { total: String(total) } });
              }}
            />
          )}
          <NumberField
            label={words.share}
            value={share ? Number(toDecimal(multiply(share, rational(100)), 4)) : null}
            most={100}
            decimals
            after={words.percent}
            onChange={(percent) => {
              if (percent === null) return;
              const next = fromShare(String(percent));
              if (next) setTop({ ...top, share: toDecimal(multiply(next, rational(1, 100)), 6) });
            }}
          />
          <Choice
            label={words.scope}
            value={top.of ?? 'all'}
            options={words.scopes}
            onChange={(of) => {
              const { of: _, ...rest } = top;
              setTop(of === 'category' ? { ...rest, of } : rest);
            }}
          />
        </>
      )}
      <NumberField
        label={words.distinct}
        value={distinct ?? null}
        least={1}
        most={1000}
        after={words.distinctAfter}
        onChange={(next) => {
          change({ ...(top ? { top } : {}), ...(next === null ? {} : { distinct: next }) });
        }}
      />
    </>
  );
}

// The sheet in a phone's frame, as one of the groups will have it in hand: everything can be tried, nothing is sent.
import { useState } from 'react';
import { formOf } from '../../../../shared/scoring/seen-by.ts';
import { type Scores } from '../../../../shared/scoring/form.ts';
import { own } from '../../../../shared/own.ts';
import { phoneText } from '../../../../shared/text/phone.ts';
import { sheetEditorText } from '../../../../shared/text/sheet-editor.ts';
import { TreeLine } from '../../../phone/score/TreeLine.tsx';
import { missing, shownTotal } from '../../../phone/score/totals.ts';
import { useText } from '../../../ui/language.ts';
import { Select } from '../../parts/Select.tsx';
import type { Adopted, GroupName } from './draft.ts';

import styles from './SheetPreview.module.css';

export function SheetPreview({
  sheet,
  groups,
}: {
  /** null while it has a flaw. */
  readonly sheet: Adopted | null;
  readonly groups: readonly GroupName[];
}) {
  const words = useText(sheetEditorText);
  const text = useText(phoneText).sheet;
  const [chosen, setChosen] = useState<string | null>(null);
  const [scores, setScores] = useState<Scores>({});
  const group = groups.find(({ id }) => id === chosen) ?? groups[0];
  const form = sheet && formOf({ ...sheet, version: 0 }, group?.id ?? '');
  const left = form ? missing(form, scores) : 0;
  return (
    <aside className={styles['preview']} aria-label={words.preview}>
      {group && groups.length > 1 ? (
        <Select
          label={words.previewFor}
          value={group.id}
          options={groups.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setChosen}
        />
      ) : (
        <p className="bold">{words.preview}</p>
      )}
      <div className={styles['phone']}>
        <div className={styles['page']}>
          {form ? (
            form.lines.map((line, n) => {
              const given = {
                score: own(scores, line.id),
                onScore: (score: number | undefined) => {
                  const others = Object.entries(scores).filter(([id]) => id !== line.id);
                  setScores(
                    Object.fromEntries(
                      score === undefined ? others : [...others, [line.id, score] as const],
                    ),
                  );
                },
              };
              return (
                <TreeLine
                  key={line.id}
                  line={line}
                  before={form.lines[n - 1]?.path ?? []}
                  {...given}
                />
              );
            })
          ) : (
            <p className={styles['none']}>{sheet ? words.sees : words.previewLater}</p>
          )}
        </div>
        {form && (
          <p className={styles['foot']}>
            <strong>{left === form.lines.length ? '–' : shownTotal(form, scores)}</strong>
            <span>/ 100</span>
            <span>{left > 0 ? text.missing(left) : text.submit}</span>
          </p>
        )}
      </div>
      <p className="quiet small">{words.previewHint}</p>
    </aside>
  );
}

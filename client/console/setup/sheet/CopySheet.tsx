// Another meeting of this server, and which of its sheets to take as it stands there now.
import { useEffect, useState } from 'react';
import type { Sheet } from '../../../../shared/scoring/sheet.ts';
import { sheetSourcesText } from '../../../../shared/text/sheet-sources.ts';
import { call } from '../../../live/http.ts';
import { Button } from '../../../ui/Button.tsx';
import { useText } from '../../../ui/language.ts';
import { useConsole, useView } from '../../parts/console-context.ts';
import { Notice } from '../../parts/Notice.tsx';
import { Select } from '../../parts/Select.tsx';
import { useAction } from '../../parts/use-action.ts';
import { freshId } from '../fresh-id.ts';
import { draftOf, type GroupName } from './draft.ts';
import { regrouped, renamed, type Taken } from './taken.ts';
import styles from './SheetSources.module.css';

interface MeetingName {
  readonly code: string;
  readonly title: string;
}

interface Theirs {
  readonly sheets: readonly Sheet[];
  readonly groups: readonly GroupName[];
}

export function CopySheet({
  barred,
  onTake,
}: {
  readonly barred: string | null;
  /** `missing`: names of groups that this meeting has not. */
  readonly onTake: (taken: Taken, missing: readonly string[]) => void;
}) {
  const words = useText(sheetSourcesText);
  const { code } = useConsole();
  const groups = useView((view) => view.setup.groups);
  const { busy, trouble, run } = useAction();
  const [meetings, setMeetings] = useState<readonly MeetingName[] | null>(null);
  const [meeting, setMeeting] = useState('');
  const [theirs, setTheirs] = useState<Theirs | null>(null);
  const [id, setId] = useState('');
  useEffect(() => {
    void run(
      () => call<{ readonly meetings: readonly MeetingName[] }>('/api/meetings'),
      (answer) => {
        setMeetings(answer.meetings.filter((one) => one.code !== code));
      },
    );
  }, [run, code]);
  const open = (chosen: string) => {
    setMeeting(chosen);
    setTheirs(null);
    if (chosen === '') return;
    void run(
      () => call<Theirs>(`/m/${encodeURIComponent(chosen)}/api/sheets`),
      (answer) => {
        setTheirs(answer);
        setId(answer.sheets[0]?.id ?? '');
      },
    );
  };
  const sheet = theirs?.sheets.find((one) => one.id === id);
  const take = () => {
    if (!theirs || !sheet) return;
    const { name, points, comments, nodes } = draftOf(sheet);
    const here = regrouped(renamed(nodes, freshId), theirs.groups, groups);
    onTake({ name, points, comments, nodes: here.nodes }, here.missing);
  };
  return (
    <div className={styles['panel']}>
      {meetings?.length === 0 && <p className="quiet">{words.noMeetings}</p>}
      {meetings !== null && meetings.length > 0 && (
        <div className={styles['choose']}>
          <Select
            label={words.meeting}
            value={meeting}
            options={[
              { value: '', label: words.chooseMeeting },
              ...meetings.map((one) => ({ value: one.code, label: one.title })),
            ]}
            disabled={busy}
            onChange={open}
          />
          {theirs && theirs.sheets.length > 0 && (
            <Select
              label={words.sheet}
              value={id}
              options={theirs.sheets.map((one) => ({
                value: one.id,
                label: words.sheetOf(one.name, one.version),
              }))}
              onChange={setId}
            />
          )}
          {sheet && (
            <Button kind="ink" blocked={barred} onClick={take}>
              {words.take}
            </Button>
          )}
        </div>
      )}
      {theirs?.sheets.length === 0 && <p className="quiet">{words.noSheets}</p>}
      <Notice trouble={trouble} />
    </div>
  );
}

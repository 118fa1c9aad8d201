// Comments by unit: read by a second person, released or withheld, and printed for their unit.
import { useState } from 'react';
import { barred } from '../../../shared/meeting/rights.ts';
import type { StaffRole } from '../../../shared/staff-role.ts';
import { commentsText } from '../../../shared/text/comments.ts';
import type { CommentsView, UnitComments } from '../../../shared/views/audiences/comments.ts';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { useText } from '../../ui/language.ts';
import { PrintedPage } from '../parts/PrintedPage.tsx';
import { Select } from '../parts/Select.tsx';
import { CommentRow } from './CommentRow.tsx';
import styles from './Comments.module.css';

export function CommentsPage({ code, role }: { readonly code: string; readonly role: StaffRole }) {
  return (
    <PrintedPage<CommentsView>
      code={code}
      path="comments"
      words={useText(commentsText)}
      meetingOf={({ meeting }) => meeting}
    >
      {(view, fetchAgain) => <Units view={view} role={role} code={code} onRead={fetchAgain} />}
    </PrintedPage>
  );
}

interface UnitsProps {
  readonly view: CommentsView;
  readonly role: StaffRole;
  readonly code: string;
  readonly onRead: () => void;
}

function Units({ view: { meeting, units }, ...rest }: UnitsProps) {
  const text = useText(commentsText);
  const [chosen, setChosen] = useState('');
  const shown = units.filter(({ subject }) => chosen === '' || subject.id === chosen);
  return (
    <div className={styles['page']}>
      <header className={styles['lead']}>
        <h1>{text.title}</h1>
        <p>{text.lead}</p>
        {units.length > 1 && (
          <Select
            label={text.unit}
            value={chosen}
            options={[
              { value: '', label: text.all },
              ...units.map(({ subject }) => ({ value: subject.id, label: subject.name })),
            ]}
            onChange={setChosen}
          />
        )}
        {units.length === 0 && <p>{text.none}</p>}
      </header>
      {shown.map((unit) => (
        <Unit key={unit.subject.id} unit={unit} meeting={meeting.title} {...rest} />
      ))}
    </div>
  );
}

function Unit({
  unit: { subject, comments, closed },
  meeting,
  role,
  ...rest
}: Omit<UnitsProps, 'view'> & { readonly unit: UnitComments; readonly meeting: string }) {
  const text = useText(commentsText);
  const may = barred(role, 'ReleaseComment') === null;
  const released = comments.filter(({ read }) => read === 'released').length;
  return (
    <section className={styles['unit']} aria-label={subject.name}>
      <p className={styles['paper']}>
        {meeting} · {text.title}
      </p>
      <h2>
        <CategoryMark {...subject.category} label={subject.category.name} /> {subject.name}
      </h2>
      <p className={styles['paper']}>{text.paper}</p>
      {comments.length > 0 && (
        <p className={styles['count']}>
          {text.unread(comments.filter(({ read }) => read === null).length)}
        </p>
      )}
      <ul>
        {comments.map((one) => (
          <CommentRow key={one.id} comment={one} may={may} {...rest} />
        ))}
      </ul>
      {released === 0 && <p className={styles['paper']}>{text.nothing}</p>}
      {closed && <p className={styles['closed']}>{text.closed(closed.n, closed.floor)}</p>}
    </section>
  );
}

// A one-time link for a colleague.
import { useState } from 'react';
import type { StaffRole } from '../../../shared/staff-role.ts';
import { consoleText } from '../../../shared/text/console.ts';
import { call } from '../../live/http.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { Choice } from '../parts/Choice.tsx';
import { CopyField } from '../parts/CopyField.tsx';
import { Form } from '../parts/Form.tsx';
import { Notice } from '../parts/Notice.tsx';
import { useAction } from '../parts/use-action.ts';
import styles from './Home.module.css';

export function InviteStaff() {
  const text = useText(consoleText);
  const [role, setRole] = useState<StaffRole>('clerk');
  const [link, setLink] = useState<{ readonly role: StaffRole; readonly url: string } | null>(null);
  const { waiting, trouble, run } = useAction();
  return (
    <Form
      className={styles['box']}
      aria-label={text.invite.title}
      onSubmit={() => {
        void run(
          () => call<{ url: string }>('/api/staff/invite', { role }),
          ({ url }) => {
            setLink({ role, url });
          },
        );
      }}
    >
      <h2>{text.invite.title}</h2>
      <Choice
        label={text.invite.role}
        value={role}
        options={text.roles}
        onChange={setRole}
        note={text.invite.may[role]}
      />
      <Notice trouble={trouble} />
      <Button type="submit" wide waiting={waiting}>
        {text.invite.make}
      </Button>
      {link && (
        <CopyField
          label={text.invite.linkFor(text.roles[link.role])}
          value={link.url}
          hint={text.invite.once}
        />
      )}
    </Form>
  );
}

// Over a page whose session is over: the form, and all that was typed still there under it.
import { useEffect, useState } from 'react';
import type { Refusal } from '../../../shared/meeting/refusals.ts';
import { consoleText } from '../../../shared/text/console.ts';
import { refusalSentence } from '../../../shared/text/refusals.ts';
import { call } from '../../live/http.ts';
import { Button } from '../../ui/Button.tsx';
import { useLanguage, useText } from '../../ui/language.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { beginSession, enterAgain, goOn, type StaffMember } from '../parts/session.ts';
import { useAction } from '../parts/use-action.ts';
import { LogInForm } from './LogInForm.tsx';

export function LogInAgain({
  staff,
  why,
}: {
  /** Who was logged in. */
  readonly staff: StaffMember;
  readonly why: Refusal;
}) {
  const text = useText(consoleText).session;
  const language = useLanguage();
  // Whoever was typing types on: the dialog that is taken away gives the focus back to nobody.
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement) before.focus();
    },
    [before],
  );
  return (
    <Dialog title={text.overTitle} stays>
      <p>{why.code === 'logged-out' ? text.over : refusalSentence(language, why)}</p>
      <p>{text.kept}</p>
      <LogInForm known={staff.name} onDone={() => void enterAgain()} />
    </Dialog>
  );
}

/** What is typed on the page is of the one before; from now on it is done in another's name. */
export function SomebodyElse({
  before,
  staff,
}: {
  readonly before: StaffMember;
  readonly staff: StaffMember;
}) {
  const text = useText(consoleText);
  const { session, roles } = text;
  const { waiting, run } = useAction();
  const who = text.whoAmI(staff.name, roles[staff.role]);
  return (
    <Dialog title={session.otherTitle(who)} stays>
      <p>{session.other(text.whoAmI(before.name, roles[before.role]), staff.name)}</p>
      <Button kind="ink" large onClick={goOn}>
        {session.goOn(staff.name)}
      </Button>
      <Button
        waiting={waiting}
        onClick={() => void run(() => call('/api/staff/logout', {}), beginSession)}
      >
        {text.logOut}
      </Button>
    </Dialog>
  );
}

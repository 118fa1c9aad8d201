// For whoever may not make a meeting: whom to ask, and which role does what.
import type { StaffRole } from '../../../shared/staff-role.ts';
import { consoleText } from '../../../shared/text/console.ts';
import { useText } from '../../ui/language.ts';
import styles from './Home.module.css';

const ROLES: readonly StaffRole[] = ['moderator', 'clerk', 'supervisor'];

export function WhoMakes({ own }: { readonly own: StaffRole }) {
  const { home, invite, roles, accounts, colon } = useText(consoleText);
  return (
    <section className={styles['box']} aria-labelledby="who-makes">
      <h2 id="who-makes">{home.askModerator}</h2>
      <p>{home.moderatorMakes}</p>
      <ul className={styles['roles']}>
        {ROLES.map((role) => (
          <li key={role}>
            <b>{roles[role]}</b>
            {role === own && <small className="quiet small"> {accounts.you}</small>}
            {colon}
            {invite.may[role]}
          </li>
        ))}
      </ul>
    </section>
  );
}

// Who may run meetings on this server; a moderator shuts the account of whoever no longer should.
import { useEffect, useState } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import { call } from '../../live/http.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { Notice } from '../parts/Notice.tsx';
import type { StaffMember } from '../parts/session.ts';
import { useAction } from '../parts/use-action.ts';
import { useTwice } from '../parts/use-twice.ts';
import home from './Home.module.css';
import styles from './StaffList.module.css';

type Account = StaffMember & { readonly shut: boolean };

export function StaffList({ own }: { readonly own: string }) {
  const text = useText(consoleText).accounts;
  const [accounts, setAccounts] = useState<readonly Account[]>([]);
  const { waiting, trouble, run } = useAction();
  useEffect(() => {
    void run(
      () => call<{ accounts: readonly Account[] }>('/api/staff/accounts'),
      (answer) => {
        setAccounts(answer.accounts);
      },
    );
  }, [run]);
  const shut = (id: string) => {
    void run(
      () => call('/api/staff/shut', { id }),
      () => {
        setAccounts((all) => all.map((one) => (one.id === id ? { ...one, shut: true } : one)));
      },
    );
  };
  return (
    <section className={home['box']} aria-labelledby="accounts">
      <h2 id="accounts">{text.title}</h2>
      <ul className="over">
        {accounts.map((account) => (
          <AccountRow
            key={account.id}
            account={account}
            own={account.id === own}
            waiting={waiting}
            onShut={() => {
              shut(account.id);
            }}
          />
        ))}
      </ul>
      {accounts.length > 1 && <p className={styles['means']}>{text.shutMeans}</p>}
      <Notice trouble={trouble} />
    </section>
  );
}

function AccountRow({
  account: { name, role, shut },
  own,
  waiting,
  onShut,
}: {
  readonly account: Account;
  readonly own: boolean;
  readonly waiting: string | null;
  readonly onShut: () => void;
}) {
  const { accounts: text, roles, pressAgain } = useText(consoleText);
  const twice = useTwice(text.shutFor(name));
  return (
    <li className={styles['row']}>
      <span className="slim breaks">
        {shut ? <s className="quiet">{name}</s> : name}{' '}
        <small className="quiet small">{roles[role]}</small>
      </span>
      {own || shut ? (
        <small className="quiet small">{own ? text.you : text.isShut}</small>
      ) : (
        <Button
          kind={twice.armed ? 'ink' : 'plain'}
          title={text.shutFor(name)}
          waiting={waiting}
          blocked={twice.settling ? pressAgain(text.shut) : null}
          onClick={() => {
            if (twice.press()) onShut();
          }}
        >
          {twice.armed ? pressAgain(text.shut) : text.shut}
        </Button>
      )}
    </li>
  );
}

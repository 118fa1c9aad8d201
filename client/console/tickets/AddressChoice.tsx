// Before printing: which of this machine's addresses the phones in the hall can open.
import { deskText } from '../../../shared/text/desk.ts';
import { useText } from '../../ui/language.ts';
import { useView } from '../parts/console-context.ts';
import { Remark } from '../parts/Notice.tsx';
import { useCommands } from '../parts/use-commands.ts';
import styles from '../setup/Tickets.module.css';

export function AddressChoice({
  address,
  onChoose,
}: {
  readonly address: string;
  readonly onChoose: (address: string) => void;
}) {
  const text = useText(deskText).address;
  const commands = useCommands();
  const { publicUrl, lanUrls } = useView((view) => view.addresses);
  const addresses = [publicUrl, ...lanUrls.filter((one) => one !== publicUrl)];
  const isLocal = /^https?:\/\/(localhost|127\.)/.test(address);
  return (
    <>
      <fieldset className={styles['choices']}>
        <legend>{text.title}</legend>
        <p className="quiet">{text.lead}</p>
        {addresses.map((one) => (
          <label key={one} className={styles['address']}>
            <input
              type="radio"
              name="address"
              checked={one === address}
              onChange={() => {
                onChoose(one);
              }}
            />
            <span className={styles['label']}>{one}</span>
            <span className="quiet">{one === publicUrl ? text.now : text.lan}</span>
          </label>
        ))}
        {commands && (
          <p className={styles['otherwise']}>
            {text.other(commands.start, 'http://192.168.1.20:8080')}
          </p>
        )}
      </fieldset>
      {isLocal && <Remark>{text.local}</Remark>}
    </>
  );
}

/** The address that is printed unless another is chosen: that of the last tickets where it still is this machine's. */
export function useUsualAddress(): string {
  const { publicUrl, printed } = useView((view) => view.addresses);
  return printed && printed.standing !== 'gone' ? printed.address : publicUrl;
}

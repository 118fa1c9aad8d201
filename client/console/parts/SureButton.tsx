// A button for something hard to take back: the first press asks, the second within three seconds acts.
import { consoleText } from '../../../shared/text/console.ts';
import { useText } from '../../ui/language.ts';
import { ActButton, type ActButtonProps } from './ActButton.tsx';
import { useTwice } from './use-twice.ts';

export function SureButton({
  onSure,
  label,
  ...rest
}: Omit<ActButtonProps, 'onClick'> & { readonly onSure: () => void }) {
  const text = useText(consoleText);
  const twice = useTwice(label);
  return (
    <ActButton
      {...rest}
      label={twice.armed ? text.pressAgain(label) : label}
      kind={twice.armed ? 'ink' : (rest.kind ?? 'plain')}
      blocked={twice.settling ? text.pressAgain(label) : rest.blocked}
      onClick={() => {
        if (twice.press()) onSure();
      }}
    />
  );
}

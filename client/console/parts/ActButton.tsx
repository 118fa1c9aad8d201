// A button that gives a command: it keeps its name and says in its title why this operator may not press it.
import { Button, type ButtonProps } from '../../ui/Button.tsx';
import type { Right } from '../../../shared/meeting/rights.ts';
import { useBarred } from './console-context.ts';

export type ActButtonProps = Omit<ButtonProps, 'children'> & {
  readonly act: Right;
  readonly label: string;
};

export function ActButton({ act, label, ...rest }: ActButtonProps) {
  const barred = useBarred(act);
  // The sentence stands once at the top of the page; a page of buttons that all say it would say nothing else.
  if (barred !== null)
    return (
      <Button {...rest} waiting={null} blocked={label} title={barred}>
        {label}
      </Button>
    );
  return <Button {...rest}>{label}</Button>;
}

// Deleting a rehearsal: a button that asks first, and says what goes and what stays.
import { consoleText } from '../../../shared/text/console.ts';
import { readinessText } from '../../../shared/text/readiness.ts';
import { call } from '../../live/http.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { useOpen } from '../../ui/use-open.ts';
import { Dialog } from './Dialog.tsx';
import { Notice } from './Notice.tsx';
import { useAction } from './use-action.ts';

export function DeleteRehearsal({
  code,
  label,
  onDone,
}: {
  readonly code: string;
  readonly label: string;
  readonly onDone?: () => void;
}) {
  const text = useText(readinessText).rehearsal;
  const { cancel } = useText(consoleText);
  const asks = useOpen();
  const { waiting, trouble, run } = useAction();
  return (
    <>
      <Button title={text.deleteOne(code)} onClick={asks.opener(true)}>
        {label}
      </Button>
      {asks.open && (
        <Dialog title={text.deleteAsk(code)} onClose={asks.close}>
          <p>{text.deleteMeans}</p>
          <div className="flex wrap gap-m">
            <Button
              kind="ink"
              waiting={waiting}
              onClick={() => {
                const done = () => {
                  asks.close();
                  onDone?.();
                };
                void run(() => call(`/m/${code}/api/delete`, {}), done);
              }}
            >
              {text.delete}
            </Button>
            <Button onClick={asks.close}>{cancel}</Button>
          </div>
          <Notice trouble={trouble} />
        </Dialog>
      )}
    </>
  );
}

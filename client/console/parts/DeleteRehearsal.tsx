// Deleting a rehearsal: a button that asks first, and says what goes and what stays.
import { useState } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import { readinessText } from '../../../shared/text/readiness.ts';
import { call } from '../../live/http.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { Dialog } from './Dialog.tsx';
import { Notice } from './Notice.tsx';
import { useAction } from './use-action.ts';

export function DeleteRehearsal({
  code,
  label,
  blocked,
  onDone,
}: {
  readonly code: string;
  readonly label: string;
  readonly blocked: string | null;
  readonly onDone?: () => void;
}) {
  const text = useText(readinessText).rehearsal;
  const words = useText(consoleText);
  const [asks, setAsks] = useState(false);
  const { busy, trouble, run } = useAction();
  return (
    <>
      <Button
        title={text.deleteOne(code)}
        blocked={blocked}
        onClick={() => {
          setAsks(true);
        }}
      >
        {label}
      </Button>
      {asks && (
        <Dialog
          title={text.deleteAsk(code)}
          onClose={() => {
            setAsks(false);
          }}
        >
          <p>{text.deleteMeans}</p>
          <div className="flex wrap gap-m">
            <Button
              kind="ink"
              waiting={busy ? words.sending : null}
              onClick={() => {
                void run(() => call(`/m/${code}/api/delete`, {})).then((answer) => {
                  if (!answer) return;
                  setAsks(false);
                  onDone?.();
                });
              }}
            >
              {text.delete}
            </Button>
            <Button
              onClick={() => {
                setAsks(false);
              }}
            >
              {words.cancel}
            </Button>
          </div>
          <Notice trouble={trouble} />
        </Dialog>
      )}
    </>
  );
}

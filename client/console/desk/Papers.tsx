// Paper ballots that wait for a second pair of eyes; what they say is nowhere on this page.
import { formAt } from '../../../shared/meeting/round-forms.ts';
import { deskText } from '../../../shared/text/desk.ts';
import type { PaperRow } from '../../../shared/views/slices/desk-slices.ts';
import { useText } from '../../ui/language.ts';
import { useOpen } from '../../ui/use-open.ts';
import { ActButton } from '../parts/ActButton.tsx';
import { useConsole, useView } from '../parts/console-context.ts';
import { PrintPaper } from '../paper/PrintPaper.tsx';
import { Remark } from '../parts/Notice.tsx';
import { PaperSheet } from './PaperSheet.tsx';
import { DeskForm } from './DeskForm.tsx';
import styles from './Desk.module.css';

export function Papers() {
  const words = useText(deskText);
  const { papers } = useView((view) => view.desk);
  return (
    <section aria-label={words.paper.title} className={styles['block']}>
      <h3>{words.paper.title}</h3>
      <p>
        <PrintPaper />
      </p>
      {papers.length === 0 && <p className="quiet small">{words.paper.none}</p>}
      <ul className={styles['papers']}>
        {papers.map((paper) => (
          <Paper key={paper.paper} row={paper} />
        ))}
      </ul>
    </section>
  );
}

function Paper({ row }: { readonly row: PaperRow }) {
  const words = useText(deskText);
  const { staff } = useConsole();
  const subjects = useView((view) => view.subjects);
  const { open: form, opener, close } = useOpen<'confirm' | 'drop'>();
  const unit = subjects.find(({ id }) => id === row.subject)?.name ?? row.subject;
  return (
    <li>
      <p>
        <b>{row.name}</b> {unit}
      </p>
      <p className="quiet small">{words.paper.by(row.byName)}</p>
      {row.overtaken && <Remark>{words.paper.overtaken}</Remark>}
      {form === null && (
        <div className={styles['buttons']}>
          <ActButton
            act="ConfirmPaper"
            label={`${words.paper.confirm}…`}
            blocked={
              row.overtaken ? words.paper.isOvertaken : row.by === staff.id ? words.paper.own : null
            }
            onClick={opener('confirm')}
          />
          <ActButton act="DropPaper" label={`${words.paper.drop}…`} onClick={opener('drop')} />
        </div>
      )}
      {form === 'confirm' && <Confirm row={row} onDone={close} />}
      {form === 'drop' && (
        <DeskForm
          act="DropPaper"
          title={words.paper.drop}
          label={words.paper.drop}
          command={(reason) => ({ type: 'DropPaper', paper: row.paper, reason })}
          onDone={close}
        >
          <p>{words.paper.dropMeans}</p>
        </DeskForm>
      )}
    </li>
  );
}

function Confirm({ row, onDone }: { readonly row: PaperRow; readonly onDone: () => void }) {
  const words = useText(deskText).paper;
  const { open } = useView((view) => view.desk);
  const { paper, round, seat, subject } = row;
  const people = useView((view) => view.people);
  const subjects = useView((view) => view.subjects);
  const taken = open.find((one) => one.round === round);
  const group = people.find((one) => one.seat === seat)?.group;
  const category = subjects.find(({ id }) => id === subject)?.category.id;
  const sheet =
    taken && group !== undefined && category !== undefined ? formAt(taken, group, category) : null;
  if (!sheet) return null;
  return (
    <section aria-label={words.confirm} className={styles['form']}>
      <p>{words.confirmLead}</p>
      <PaperSheet
        about={paper}
        sheet={sheet}
        act="ConfirmPaper"
        label={words.confirmDo}
        command={(choice) => ({ type: 'ConfirmPaper', paper, choice })}
        onDone={onDone}
      />
    </section>
  );
}

// What is seldom needed of the open unit, in the place of its keys: a comment where the sheet takes one, and abstaining.
import { writtenText } from '../../../shared/text/written.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { Abstain } from '../score/Abstain.tsx';
import { Comment } from '../score/Comment.tsx';
import type { Row } from './written-rows.ts';
import styles from './MoreOfUnit.module.css';

export function MoreOfUnit({
  row: { target },
  onAbstain,
  onBack,
}: {
  readonly row: Row;
  readonly onAbstain: () => void;
  readonly onBack: () => void;
}) {
  const text = useText(writtenText);
  if (!target.sheet.comments)
    return (
      <div className={styles['more']}>
        <Abstain onAbstain={onAbstain} onBack={onBack} />
      </div>
    );
  return (
    <div className={styles['more']}>
      <Comment about={target} open />
      <Abstain onAbstain={onAbstain} />
      <div className="block">
        <Button large wide onClick={onBack}>
          {text.backToUnit}
        </Button>
      </div>
    </div>
  );
}

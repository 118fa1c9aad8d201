// The written round: a list of units of which one is open, each a ballot of its own. Nothing is submitted, and nothing is lost
// by closing.
import { useEffect, type ReactNode } from 'react';
import { phoneText } from '../../../shared/text/phone.ts';
import { writtenText } from '../../../shared/text/written.ts';
import { Button } from '../../ui/Button.tsx';
import { factsOf } from '../../live/kinds.ts';
import type { ConnectionStatus } from '../../ui/Connection.tsx';
import { useText } from '../../ui/language.ts';
import { DrawnBand } from '../draw/DrawnBand.tsx';
import { drawnIn } from '../focus.ts';
import { commentsOf } from '../slips/comments.ts';
import { useSeat } from '../seat-context.ts';
import { Foot } from '../shell/Foot.tsx';
import { Glass, TINY } from '../shell/Glass.tsx';
import { Shell } from '../shell/Shell.tsx';
import { Keypad, ReportKey, WayKey } from './Keypad.tsx';
import { MoreOfUnit } from './MoreOfUnit.tsx';
import { lastKey } from './number-keys.ts';
import { useMedia } from './use-media.ts';
import { useNumberKeys } from './use-number-keys.ts';
import { useWritten, type WrittenActs, type WrittenProps } from './use-written.ts';
import { goneFrom } from './written-rows.ts';
import { WrittenBar } from './WrittenBar.tsx';
import { WrittenFilters } from './WrittenFilters.tsx';
import { WrittenHead } from './WrittenHead.tsx';
import { WrittenList } from './WrittenList.tsx';
import styles from './WrittenPage.module.css';

/** Under this the head folds to one line: else the open unit's keys fall under the bar. */
const LOW = '(max-height: 46.1875em)';
/** The narrowest glass, in rem, on which the keypad's words fit their keys. */
const NARROW_REM = 16;

export interface WrittenPageProps extends WrittenProps {
  readonly status: ConnectionStatus;
  /** The note of a network that is gone. */
  readonly offline: ReactNode;
  readonly onNotMe: () => void;
  /** Back to what the hall does; null while the hall does this. */
  readonly onStage: (() => void) | null;
}

export function WrittenPage(props: WrittenPageProps) {
  const { view, round, status, ballots, device } = props;
  const { outbox } = useSeat();
  const text = useText(phoneText);
  const words = useText(writtenText);
  const folded = useMedia(LOW);
  const tiny = useMedia(TINY);
  const { page, list } = useWritten(props);
  const { rows, open, number, left, seeking, choosing, isTop, next } = page;
  useNumberKeys(page.more ? null : number, page.goOn);

  const takes = round.forms.some(({ comments }) => comments);
  useEffect(() => {
    // What was kept before a reload goes out though no sheet is unfolded.
    if (takes) commentsOf(outbox);
  }, [takes, outbox]);

  const { body } = view.stage;
  const drawn = drawnIn(body, view.me);
  const onStage =
    props.onStage &&
    (() => {
      page.leave();
      props.onStage?.();
    });
  const keys =
    page.more && open ? (
      <MoreOfUnit
        row={open}
        onAbstain={page.abstain}
        onBack={() => {
          page.setMore(false);
        }}
      />
    ) : number && open ? (
      <Keypad
        last={lastKey(number.line)}
        narrow={page.wide < NARROW_REM}
        ways={
          <>
            <WayKey label={words.keys.back} onPress={page.hasBack ? page.goBack : null} />
            <ReportKey documents={open.target.subject.documents} />
          </>
        }
        onward={{
          label: words.keys[number.text === '' ? 'skip' : next === null ? 'done' : 'next'],
          skips: number.text === '',
          onPress: page.goOn,
        }}
        onKey={(key) => {
          number.press(key, 'glass');
        }}
        onErase={number.erase}
      />
    ) : (
      <WrittenBar
        rows={rows}
        criteria={page.entry === 'criteria' ? open : null}
        isOpen={open !== null}
        next={next}
        onNext={page.goOn}
        onStage={onStage}
      />
    );
  // Tabs have room where the unit itself needs little.
  const tabs = !folded && page.entry !== 'number';
  return (
    <Glass tiny={tiny} beside={number !== null && !page.more}>
      <Shell
        meeting={view.stage.meeting.title}
        place={folded ? words.title : view.me.name}
        status={status}
        bottom={
          <>
            {props.offline}
            <Gone {...{ page, round, me: view.me, ballots, device }} />
            <section aria-label={words.keys.all}>{keys}</section>
          </>
        }
      >
        {onStage && drawn && (
          <DrawnBand
            draw={drawn}
            taken={view.me.takes.includes(drawn.id)}
            timed={Boolean(factsOf(body).countdown)}
            onGo={onStage}
          />
        )}
        {onStage && !drawn && !folded && (
          <div className={styles['elsewhere']}>
            <span>{words.onStage(text.place[body.kind])}</span>
            <button type="button" className="link bold" onClick={onStage}>
              {words.toStage}
            </button>
          </div>
        )}
        <WrittenHead
          rows={rows}
          open={open?.key ?? null}
          left={left}
          folded={folded}
          tiny={tiny}
          seeking={seeking}
          onSeek={() => {
            page.setSeeking(!seeking);
          }}
          onStage={drawn ? null : onStage}
        />
        {(tabs || seeking) && (
          <WrittenFilters
            rows={rows}
            choosing={choosing}
            left={left}
            isTop={isTop}
            finds={seeking}
            onChoose={page.choose}
          />
        )}
        <p className="visually-hidden" role="status">
          {page.given?.said}
        </p>
        <WrittenList
          page={page}
          list={list}
          tiny={tiny}
          foot={<Foot me={view.me} onNotMe={props.onNotMe} />}
        />
      </Shell>
    </Glass>
  );
}

/** A unit that has left the round while it was open, or while something of it lies here: one after the other. */
function Gone({
  page,
  ...of
}: Pick<WrittenProps, 'round' | 'ballots' | 'device'> & {
  readonly page: WrittenActs;
  readonly me: WrittenProps['view']['me'];
}) {
  const { outbox } = useSeat();
  const words = useText(writtenText);
  const [gone] = goneFrom(of.round, of.me, of.ballots, of.device);
  const name = gone?.subject.name ?? page.vanished;
  if (name === null) return null;
  return (
    <section className={styles['gone']} role="status">
      <h2>{words.gone(name)}</h2>
      <p>{!gone ? words.goneEmpty : gone.counted ? words.goneCounted : words.goneWhy}</p>
      <Button
        onClick={() => {
          if (gone) outbox.letGo(gone.key);
          if (page.vanished !== null) page.close();
        }}
      >
        {words.ok}
      </Button>
    </section>
  );
}

// Every surface that shows a figure of a revealed unit, as the figures that it shows: a new surface is a line in this list (R15).
import type { SeatId } from '../shared/ids.ts';
import { exportedSteps } from '../shared/export/exporting.ts';
import type { OpenedGroups } from '../shared/meeting/round.ts';
import { lastAttempt } from '../shared/meeting/rounds.ts';
import { fromFraction } from '../shared/scoring/fractions.ts';
import { FEWEST_DECIMALS } from '../shared/scoring/rank.ts';
import { toDecimal } from '../shared/scoring/rational.ts';
import { finished } from '../shared/steps.ts';
import { meSlice, panelStage, receiptOf } from '../shared/views/audiences/panel.ts';
import { minutesView } from '../shared/views/audiences/minutes.ts';
import { publicView } from '../shared/views/audiences/public.ts';
import { screenView } from '../shared/views/audiences/screen.ts';
import { staffView } from '../shared/views/audiences/staff.ts';
import type {
  BoardSlice,
  ProgressSlice,
  TallySlice,
} from '../shared/views/slices/number-slices.ts';
import { itemById } from '../shared/meeting/agenda/items.ts';
import { unitPage } from '../shared/views/numbers/unit-page.ts';
import type { ResultsSlice } from '../shared/views/slices/unit-slices.ts';
import type { Play } from './builders.ts';

/** Each with what it is a figure of, "score U1" or "mean U1 G2": its digits, or "–" where the surface says that there is none; one that it shows twice stands twice. */
export type Figures = readonly (readonly [what: string, digits: string])[];

export interface Surface {
  readonly name: string;
  readonly figures: (play: Play) => Figures;
}

const BACKSTAGE = {
  connected: new Set<SeatId>(),
  recent: [],
  head: { seq: 0, hash: '', root: '' },
  staffName: (id: string) => id,
};

export const SURFACES: readonly Surface[] = [
  { name: 'screen', figures: (play) => ofView(play, screenView(play)) },
  { name: 'watch', figures: (play) => ofView(play, publicView(play)) },
  {
    name: 'snapshot',
    figures: (play) =>
      ofView(play, JSON.parse(JSON.stringify(publicView(play))) as ReturnType<typeof publicView>),
  },
  { name: 'console', figures: (play) => ofView(play, staffView(play, BACKSTAGE)) },
  {
    name: 'minutes',
    figures: (play) => ofBoard(minutesView(play, BACKSTAGE.head, (id) => id).board),
  },
  { name: 'unit', figures: ofUnits },
  { name: 'watch unit', figures: (play) => ofResults(publicView(play).results) },
  { name: 'files', figures: ofFiles },
  { name: 'phone', figures: ofPhones },
  { name: 'receipt', figures: ofReceipts },
  { name: 'record', figures: ofRecord },
];

const text = (value: string | number | null) => (value === null ? '–' : String(value));

function ofView(
  play: Play,
  {
    tally,
    board,
    progress,
  }: {
    readonly tally: TallySlice;
    readonly board: BoardSlice;
    readonly progress: ProgressSlice;
  },
): Figures {
  return [
    ...(tally?.final ? ofTally(tally) : ofOpened(tally)),
    ...ofBoard(board),
    ...ofProgress(play, progress),
  ];
}

function ofTally(tally: NonNullable<TallySlice>): Figures {
  const { subject, groups, score, why, place, ballots } = tally;
  return [
    [`score ${subject}`, text(score)],
    [`why ${subject}`, text(why)],
    ...(place ? ([[`rank ${subject}`, text(place.n)]] as const) : []),
    [`ballots ${subject}`, text(ballots)],
    ...groups.flatMap((group): Figures => [
      [`mean ${subject} ${group.id}`, text(group.mean)],
      [`weight ${subject} ${group.id}`, text(group.weight)],
      [`cast ${subject} ${group.id}`, text(group.counted)],
      [`expected ${subject} ${group.id}`, text(group.expected)],
    ]),
  ];
}

/** Groups that are open before their total. */
function ofOpened(tally: TallySlice): Figures {
  return (tally?.groups ?? []).flatMap(({ id, mean, why }): Figures =>
    why === 'sealed' ? [] : [[`opened ${String(tally?.subject)} ${id}`, text(mean)]],
  );
}

function ofBoard({ rows }: BoardSlice): Figures {
  return rows.flatMap((row): Figures => {
    const { subject, score, categoryScore, why, rank, categoryRank, tied } = row;
    const { id } = subject;
    return [
      [`score ${id}`, text(score)],
      [`categoryScore ${id}`, text(categoryScore)],
      [`why ${id}`, text(why)],
      [`rank ${id}`, text(rank)],
      [`categoryRank ${id}`, text(categoryRank)],
      [`tied ${id}`, String(tied)],
    ];
  });
}

/** What the workbook, CSV and JSON are written from. */
function ofFiles(play: Play): Figures {
  const { standings, results } = finished(
    exportedSteps(play, { head: BACKSTAGE.head, at: play.now }),
  );
  return [
    ...standings.flatMap(({ unit, score, why, rank, categoryRank }): Figures => [
      [`score ${unit}`, text(score?.shown ?? null)],
      [`why ${unit}`, text(why)],
      [`rank ${unit}`, text(rank)],
      [`categoryRank ${unit}`, text(categoryRank)],
    ]),
    ...results.flatMap(({ unit, counts, groups }) =>
      counts === 'superseded'
        ? []
        : groups.flatMap(({ group, value, weight, counted, abstained }): Figures => {
            const exact = value && fromFraction(value.exact);
            return [
              [`mean ${unit} ${group}`, exact ? toDecimal(exact, FEWEST_DECIMALS) : '–'],
              [`weight ${unit} ${group}`, weight],
              [`cast ${unit} ${group}`, String(counted + abstained)],
            ];
          }),
    ),
  ];
}

/** The pages of units in the console. */
function ofUnits(play: Play): Figures {
  return [...play.meeting.subjects.keys()].flatMap((id): Figures => {
    const { result } = unitPage(play, id);
    if (!result) return [];
    const { score, why, places, round, groups } = result;
    return [
      [`score ${id}`, text(score)],
      [`why ${id}`, text(why)],
      [`rank ${id}`, text(places?.overall.rank ?? null)],
      [`categoryRank ${id}`, text(places?.category.rank ?? null)],
      [`tied ${id}`, String((places?.overall.shared.length ?? 0) > 0)],
      [`ballots ${id}`, text(round.ballots)],
      ...groups.flatMap((group): Figures => [
        [`mean ${id} ${group.id}`, text(group.mean)],
        [`weight ${id} ${group.id}`, text(group.weight)],
        [`cast ${id} ${group.id}`, text(group.counted)],
        [`expected ${id} ${group.id}`, text(group.expected)],
      ]),
    ];
  });
}

/** The pages of units for viewers. */
function ofResults({ rounds, units }: ResultsSlice): Figures {
  return units.flatMap(({ subject, round, groups }) =>
    groups.flatMap((shown, n): Figures => {
      const group = rounds[round]?.groups[n];
      if (!shown || !group) return [];
      const [ballots, value] = shown;
      return [
        [`mean ${subject} ${group.id}`, text(value)],
        [`weight ${subject} ${group.id}`, text(group.weight)],
        [`cast ${subject} ${group.id}`, text(ballots)],
      ];
    }),
  );
}

/** Counts of the round on stage, where it is about one unit and revealed. */
function ofProgress({ meeting }: Play, { kind, groups }: ProgressSlice): Figures {
  const item = itemById(meeting, meeting.current);
  const round = item && [...meeting.rounds.values()].find((one) => one.item === item.id);
  if (kind !== 'score' || item?.kind !== 'score' || !round) return [];
  if (lastAttempt(round).phase !== 'revealed') return [];
  const [subject] = item.subjects;
  return groups.flatMap(({ id, done, expected }): Figures => [
    [`cast ${subject} ${id}`, text(done)],
    [`expected ${subject} ${id}`, text(expected)],
  ]);
}

/** The result that all phones have, and each voter's own ballots. */
function ofPhones(play: Play): Figures {
  const { body } = panelStage(play);
  const own = [...play.meeting.seats.keys()].flatMap((seat) =>
    (meSlice(play, seat)?.ballots ?? []).map(
      ({ round, attempt, subject, total }) =>
        [`own ${round} ${String(attempt)} ${subject.id} ${seat}`, text(total)] as const,
    ),
  );
  if (body.kind !== 'score' || !body.result) return own;
  const { score, why, place, ballots } = body.result;
  const { id } = body.subject;
  return [
    ...own,
    [`score ${id}`, text(score)],
    [`why ${id}`, text(why)],
    ...(place ? ([[`rank ${id}`, text(place.n)]] as const) : []),
    [`ballots ${id}`, text(ballots)],
  ];
}

/** What each phone was told of its newest ballot. */
function ofReceipts({ meeting, box }: Play): Figures {
  const told = new Map<string, string>();
  for (const { id, attempts } of meeting.rounds.values()) {
    const kept = [...box.kept(id, attempts.length)].sort((a, b) => a.ballot.rev - b.ballot.rev);
    for (const one of kept) {
      const { round, attempt, subject, total } = receiptOf(meeting, one);
      const seat = String(one.ballot.seat);
      told.set(`own ${round} ${String(attempt)} ${subject} ${seat}`, text(total));
    }
  }
  return [...told];
}

/** What the log keeps of the attempts that stand. */
function ofRecord({ meeting }: Play): Figures {
  return [...meeting.rounds.values()].flatMap(({ attempts }) => {
    const attempt = attempts.at(-1);
    if (attempt?.phase === 'closed')
      return ofOpenedInLog(attempt.opened, String(attempt.closing.turnout[0]?.subject));
    if (attempt?.phase !== 'revealed') return [];
    return [
      ...attempt.results.flatMap((one): Figures => [
        [`exact ${one.subject}`, text(one.score?.exact ?? null)],
        [`kept ${one.subject}`, text(one.score?.decimal ?? null)],
        [
          `ballots ${one.subject}`,
          text(one.groups.reduce((sum, { counted, abstained }) => sum + counted + abstained, 0)),
        ],
        ...one.groups.flatMap((group): Figures => [
          [`kept ${one.subject} ${group.group}`, text(group.value?.decimal ?? null)],
          [`weight ${one.subject} ${group.group}`, group.weight],
          [`cast ${one.subject} ${group.group}`, text(group.counted + group.abstained)],
          [`expected ${one.subject} ${group.group}`, text(group.expected)],
        ]),
      ]),
      ...attempt.closing.turnout.map(
        ({ subject, cast }) => [`ballots ${subject}`, text(cast)] as const,
      ),
    ];
  });
}

function ofOpenedInLog(opened: OpenedGroups | null, subject: string): Figures {
  return (opened?.open ?? []).map(({ group, value: { exact } }) => {
    const value = fromFraction(exact);
    return [
      `opened ${subject} ${group}`,
      value ? toDecimal(value, FEWEST_DECIMALS) : exact,
    ] as const;
  });
}

// RESULTS.md §7: what a vote counts, and whom it elects.
import type { Case, ExpectedVote, Vote } from './case.ts';
import * as f from './fraction.ts';
import type { Fraction } from './fraction.ts';

interface VoteBallot {
  readonly seat: string;
  readonly words: readonly string[];
}

/** One ballot of each seat: the last counts. */
function cast(vote: Vote): readonly VoteBallot[] {
  return vote.seats.flatMap((seat) => {
    const last = vote.ballots.findLast(([by]) => by === seat);
    return last === undefined ? [] : [{ seat, words: last.slice(1) }];
  });
}

function abstains(ballot: VoteBallot): boolean {
  return ballot.words.length === 1 && ballot.words[0] === 'abstain';
}

function isFor(vote: Vote, ballot: VoteBallot, option: string): boolean {
  if (abstains(ballot)) return false;
  if (vote.kind === 'choose') return ballot.words.includes(option);
  return ballot.words[vote.options.indexOf(option)] === 'for';
}

function isDecided(vote: Vote, ballot: VoteBallot, option: string): boolean {
  if (abstains(ballot)) return false;
  return vote.kind === 'choose' || ballot.words[vote.options.indexOf(option)] !== 'abstain';
}

/** How many ballots are so; where the vote is weighted, Σ weight·share of the group's ballots / Σ weight. */
function tally(case_: Case, vote: Vote, isSo: (ballot: VoteBallot) => boolean): Fraction {
  if (vote.weighted !== true) return f.count(cast(vote).filter(isSo).length);
  const parts: { weight: Fraction; value: Fraction }[] = [];
  for (const group of case_.groups) {
    const own = cast(vote).filter(
      ({ seat }) => case_.seats.find(({ id }) => id === seat)!.group === group.id,
    );
    if (own.length === 0) continue;
    const value = f.by(f.count(own.filter(isSo).length), f.count(own.length));
    parts.push({ weight: f.num(group.weight), value });
  }
  return f.weighted(parts) ?? f.ZERO;
}

function hasQuorum(vote: Vote): boolean {
  if (vote.quorum === undefined) return true;
  const base = vote.quorum.of === 'seats' ? vote.seats.length : vote.present.length;
  const wanted = f.times(f.num(vote.quorum.share), f.count(base));
  return f.compare(f.count(cast(vote).length), wanted) >= 0;
}

function hasMajority(case_: Case, vote: Vote, option: string): boolean {
  const own = tally(case_, vote, (ballot) => isFor(vote, ballot, option));
  if (f.equal(own, f.ZERO)) return false;
  if (vote.majority === undefined) return true;
  const { share, of, strict } = vote.majority;
  const base = {
    cast: () => tally(case_, vote, () => true),
    decided: () => tally(case_, vote, (ballot) => isDecided(vote, ballot, option)),
    seats: () => f.count(vote.seats.length),
  }[of]();
  const order = f.compare(own, f.times(f.num(share), base));
  return strict ? order > 0 : order >= 0;
}

export function voteResult(case_: Case, vote: Vote): ExpectedVote {
  const value = (option: string): Fraction =>
    tally(case_, vote, (ballot) => isFor(vote, ballot, option));
  const counts = Object.fromEntries(
    vote.options.map((option) => [
      option,
      vote.weighted === true ? f.rounded(value(option)) : f.floor(value(option)),
    ]),
  );
  if (!hasQuorum(vote)) return { id: vote.id, valid: false, counts, elected: [], tied: [] };
  const able = vote.options
    .filter((option) => hasMajority(case_, vote, option))
    .toSorted((a, b) => f.compare(value(b), value(a)));
  const seats = vote.n ?? able.length;
  const isTied = (option: string): boolean => {
    const ahead = able.filter((other) => f.compare(value(other), value(option)) > 0).length;
    const level = able.filter((other) => f.equal(value(other), value(option))).length;
    return ahead < seats && ahead + level > seats;
  };
  const tied = able.filter(isTied);
  const elected = able.slice(0, seats).filter((option) => !isTied(option));
  return { id: vote.id, valid: true, counts, elected, tied };
}

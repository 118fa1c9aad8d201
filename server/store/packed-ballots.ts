// Ballots on their way from the writer's thread: looked at there, packed so that they cost the loop next to nothing, and
// read one by one when somebody asks what they say.
import { canonical } from '../../shared/draw/canonical.ts';
import type { PlacedBallot } from '../../shared/ballots/box-index.ts';
import { matterText, type Ballot, type Choice, type Matter } from '../../shared/ballots/ballot.ts';
import type { RoundId, SeatId } from '../../shared/ids.ts';
import type { BoxedBallot } from './meeting-store.ts';
import { HASH, readBallot, type StoredBallot } from './stored-ballots.ts';

/** Some thousand ballots in the order of the file. */
export interface PackedBallots {
  /** What they are about, each once. */
  readonly places: readonly Place[];
  readonly seats: readonly SeatId[];
  /** {@link COLUMNS} for each: row, place, seat, revision, event before it, length of the salt; −1 for no seat or salt. */
  readonly numbers: Float64Array;
  /** Salt, hash and text of each, one ballot behind the other. */
  readonly texts: string;
  /** Where in `texts` each ends. */
  readonly ends: Uint32Array;
}

interface Place {
  readonly round: RoundId;
  readonly attempt: number;
  readonly matter: Matter;
}

const COLUMNS = 6;

/** Packs the rows of one file, slice by slice. */
export class BallotPacker {
  /** By the beginning of a row's key: of hundreds that have it in common one is read, and the others compared with it. */
  readonly #forms = new Map<string, Form>();
  readonly #places = new Map<string, Place>();

  /**
   * @throws NewerFile of a version to come
   * @throws DamagedFile that names the ballot, as `readBallot` does
   */
  pack(rows: readonly StoredBallot[]): PackedBallots {
    const places = new Numbered<Place>();
    const seats = new Numbered<SeatId>();
    const numbers = new Float64Array(rows.length * COLUMNS);
    const ends = new Uint32Array(rows.length);
    const texts: string[] = [];
    let end = 0;
    for (const [n, row] of rows.entries()) {
      const [number, key, seat, salt, after, body, hash] = row;
      const place = places.of(this.#looked(row));
      const ofSeat = seat === null ? -1 : seats.of(seat as SeatId);
      const rev = Number(key.slice(key.lastIndexOf('/') + 1));
      numbers.set([number, place, ofSeat, rev, after, salt?.length ?? -1], n * COLUMNS);
      texts.push(salt ?? '', hash, body);
      ends[n] = end += (salt?.length ?? 0) + hash.length + body.length;
    }
    return { places: places.all, seats: seats.all, numbers, texts: texts.join(''), ends };
  }

  /** The place of a row that `readBallot` takes. */
  #looked(row: StoredBallot): Place {
    const [, key, seat] = row;
    const revAt = key.lastIndexOf('/');
    const common = key.slice(0, revAt - (seat?.length ?? 0) - 1);
    const form = this.#forms.get(common);
    const isTheirs = key.startsWith(`/${seat ?? ''}/`, common.length);
    if (form && isTheirs && isUsual(row, key.slice(revAt + 1), form)) return form.place;
    const { ballot } = readBallot(row);
    const place = this.#place(ballot);
    if (!form) this.#forms.set(common, formOf(place));
    return place;
  }

  #place({ round, attempt, matter }: Ballot): Place {
    const name = JSON.stringify([round, attempt, matter]);
    const known = this.#places.get(name);
    const place = known ?? { round, attempt, matter };
    if (!known) this.#places.set(name, place);
    return place;
  }
}

/** What all ballots of version 2 on one place have in common: what stands before the choice, behind it, and in the end. */
interface Form {
  readonly place: Place;
  readonly head: string;
  readonly middle: string;
  readonly tail: string;
}

function formOf(place: Place): Form {
  const { round, attempt, matter } = place;
  return {
    place,
    head: `{"attempt":${String(attempt)},"choice":`,
    middle: `,"matter":${canonical({ ...matter })},"nonce":"`,
    tail: `,"round":${canonical(round)},"v":2,"voter":"`,
  };
}

const [HEX32, HEX64] = [/[0-9a-f]{32}","rev":/y, /[0-9a-f]{64}"\}/y];
/** An abstention, or marks as decimals under names without anything to escape. */
const CHOICE =
  /^\{"kind":(?:"abstain"|"scores","scores":\{(?:"[ !#-[\]-~]*":"(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,6})?"(?:,(?=")|(?=\})))*\})\}$/;

/** Whether a row is just as a ballot is written; then it need not be read to know that it can be. */
function isUsual([, , seat, salt, after, body, hash]: StoredBallot, rev: string, form: Form) {
  const { head, middle, tail } = form;
  const voterAt = body.length - 66;
  const revAt = voterAt - tail.length - rev.length;
  const nonceAt = revAt - 40;
  const middleAt = nonceAt - middle.length;
  return (
    seat !== null &&
    salt !== null &&
    after >= 1 &&
    middleAt > head.length &&
    body.startsWith(head) &&
    body.startsWith(middle, middleAt) &&
    isAt(HEX32, body, nonceAt) &&
    body.startsWith(rev, revAt) &&
    body.startsWith(tail, revAt + rev.length) &&
    isAt(HEX64, body, voterAt) &&
    CHOICE.test(body.slice(head.length, middleAt)) &&
    HASH.test(hash)
  );
}

function isAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** Gives each of some values a number, from 0. */
class Numbered<T> {
  readonly all: T[] = [];
  readonly #numbers = new Map<T, number>();

  of(one: T): number {
    let number = this.#numbers.get(one);
    if (number === undefined) this.#numbers.set(one, (number = this.all.push(one) - 1));
    return number;
  }
}

/** Unpacks what was packed, into ballots that are read when they are asked. */
export class BallotUnpacker {
  /** One text for each seat, however many parts it comes in: it is looked up for every ballot. */
  readonly #seats = new Map<SeatId, SeatId>();

  unpack(packed: PackedBallots): readonly UnreadBallot[] {
    const seats = packed.seats.map((seat) => {
      const known = this.#seats.get(seat);
      if (known === undefined) this.#seats.set(seat, seat);
      return known ?? seat;
    });
    return Array.from(packed.ends, (_, n) => new UnreadBallot(packed, seats, n));
  }
}

/** A ballot as it came from the thread, which has seen to it that it can be read. */
export class UnreadBallot implements PlacedBallot {
  readonly round: RoundId;
  readonly attempt: number;
  readonly matter: Matter;
  readonly seat: SeatId | null;
  readonly rev: number;
  readonly after: number;
  readonly #packed: PackedBallots;
  readonly #n: number;
  #kept: BoxedBallot | null = null;

  constructor(packed: PackedBallots, seats: readonly SeatId[], n: number, isErased = false) {
    const at = n * COLUMNS;
    const place = packed.places[packed.numbers[at + 1] ?? -1];
    if (!place) throw new Error('a packed ballot without its place');
    this.round = place.round;
    this.attempt = place.attempt;
    this.matter = place.matter;
    this.seat = isErased ? null : (seats[packed.numbers[at + 2] ?? -1] ?? null);
    this.rev = packed.numbers[at + 3] ?? 0;
    this.after = packed.numbers[at + 4] ?? 0;
    this.#packed = packed;
    this.#n = n;
  }

  get kept(): BoxedBallot {
    return (this.#kept ??= readBallot(this.#row()));
  }

  get choice(): Choice {
    return this.kept.ballot.choice;
  }

  erased(): PlacedBallot {
    // Version 1 has no salt, and the seat in its text: there it stays.
    const isOld = this.#packed.numbers[this.#n * COLUMNS + 5] === -1;
    return isOld ? this : new UnreadBallot(this.#packed, [], this.#n, true);
  }

  #row(): StoredBallot {
    const { numbers, texts, ends } = this.#packed;
    const [n = 0, , , rev, after = 0, length = -1] = numbers.subarray(this.#n * COLUMNS);
    const from = this.#n === 0 ? 0 : (ends[this.#n - 1] ?? 0);
    const hashAt = from + Math.max(0, length);
    const key = [this.round, this.attempt, matterText(this.matter), this.seat ?? '', rev].join('/');
    const salt = length < 0 || this.seat === null ? null : texts.slice(from, hashAt);
    const body = texts.slice(hashAt + 64, ends[this.#n]);
    return [n, key, this.seat, salt, after, body, texts.slice(hashAt, hashAt + 64)];
  }
}

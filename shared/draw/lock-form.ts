// What a lock is made of: the object that is frozen, hashed and shown before any entropy exists.

/** One person or unit that can be drawn; `a` are its attributes. */
export type PoolMember = {
  readonly id: string;
  readonly a: Readonly<Record<string, string>>;
};

/** Somebody kept out of the pool, or added to a sealed one; `why` is a short code, never a sentence about a person. */
export type Excluded = { readonly id: string; readonly why: string };

/** How many are taken from each cell; an absent cell gives none. */
export type Take = Readonly<Record<string, number>>;

/** At least `min` and at most `max` of those selected have the value `v` of the attribute `a`. */
export type QuotaRange = {
  readonly a: string;
  readonly v: string;
  readonly min: number;
  readonly max: number;
};

/** One composition of a panel; it is drawn with probability w ÷ Σw. */
export type LotteryPanel = { readonly w: number; readonly take: Take };

/** A rule that says how many each cell gives; chance takes them from the cell. */
export type CellRule =
  | { readonly kind: 'simple'; readonly k: number }
  | { readonly kind: 'fixed'; readonly by: readonly string[]; readonly take: Take }
  | { readonly kind: 'proportional'; readonly by: readonly string[]; readonly k: number }
  | {
      readonly kind: 'lottery';
      readonly by: readonly string[];
      readonly k: number;
      readonly quotas: readonly QuotaRange[];
      readonly panels: readonly LotteryPanel[];
    };

/** Numbered panels, all of them public: thrown digits are the number of the one that is drawn. */
export type LotsRule = {
  readonly kind: 'lots';
  readonly by: readonly string[];
  readonly k: number;
  /** How many panels: 10, 100 or 1,000. */
  readonly m: number;
  readonly quotas: readonly QuotaRange[];
  /** Of the list, see `lotsHash`: 64 hex digits. */
  readonly panels: string;
};

export type Rule = CellRule | LotsRule;

export type Source =
  | { readonly type: 'dice10'; readonly count: number }
  | { readonly type: 'dice6'; readonly count: number }
  | { readonly type: 'drand'; readonly chain: string; readonly round: number }
  | { readonly type: 'phones' }
  /** The number of a panel: of the rule lots alone, and last. */
  | { readonly type: 'digits'; readonly count: number }
  | { readonly type: 'salt'; readonly commit: string };

export type Lock<By extends Rule = CellRule> = {
  readonly v: 'fairdraw/1';
  readonly session: string;
  /** 0, 1, 2 … within the session, without a gap. */
  readonly seq: number;
  /** "" for seq 0, else the hash of the record of seq − 1. */
  readonly prev: string;
  readonly draw: string;
  /** YYYY-MM-DDThh:mm:ssZ. */
  readonly locked_at: string;
  readonly pool: readonly PoolMember[];
  readonly excluded: readonly Excluded[];
  readonly rule: By;
  readonly entropy: readonly Source[];
  /** Fixes who stands behind an id without publishing names; see `rosterHash`. */
  readonly roster?: string;
  /** Of a pool that was sealed before: 64 hex digits, see `sealedHash`. Together with `added`, or neither. */
  readonly sealed?: string;
  /** Who is in the pool and was not sealed, or was sealed with other attributes; who is missing stands in `excluded`. */
  readonly added?: readonly Excluded[];
};

/** By whichever rule. */
export type AnyLock = Lock | Lock<LotsRule>;

/** Why a value is not a lock. */
export type LockFlaw =
  | 'lock-shape'
  | 'version'
  | 'session-name'
  | 'draw-name'
  | 'seq'
  | 'prev'
  | 'locked-at'
  | 'roster'
  | 'pool-shape'
  | 'pool-id'
  | 'pool-order'
  | 'attribute-value'
  | 'excluded-shape'
  | 'excluded-twice'
  | 'excluded-in-pool'
  | 'sealed'
  | 'added-shape'
  | 'added-twice'
  | 'added-not-in-pool'
  | 'not-canonical'
  | RuleFlaw
  | SourceFlaw;

/** Why a rule cannot be drawn by from this pool. */
export type RuleFlaw =
  | 'rule-kind'
  | 'rule-shape'
  | 'k'
  | 'by'
  | 'attribute-missing'
  | 'take-shape'
  | 'take-exceeds-cell'
  | 'take-nobody'
  | 'quota-shape'
  | 'quota-attribute'
  | 'quota-twice'
  | 'lots-count'
  | 'lots-hash'
  | 'panel-shape'
  | 'panel-weight'
  | 'panel-weights-sum'
  | 'panel-size'
  | 'panel-breaks-quota';

/** Why a list of entropy sources cannot be locked. */
export type SourceFlaw =
  | 'no-source'
  | 'source-type'
  | 'source-shape'
  | 'dice-count'
  | 'drand-chain'
  | 'drand-round'
  | 'drand-past'
  | 'salt-commit'
  | 'digits-place'
  | 'source-twice'
  | 'salt-alone';

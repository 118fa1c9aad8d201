// A draw for a notary: what is read aloud at its end, with its figures, and who signs for what. In both languages.
import type { DrawPurpose } from '../meeting/agenda/item.ts';
import type { Assurance } from '../meeting/draws/draw.ts';
import { drawsPeople, PURPOSES } from '../meeting/draws/purposes.ts';
import { plural } from './en-words.ts';
import { purposeNames } from './purposes.ts';

/** The figures of a draw whose last name is shown. */
export interface NotaryFacts {
  readonly meeting: string;
  readonly purpose: DrawPurpose;
  readonly of: number;
  readonly take: number;
  /** When it was locked, in the meeting's zone. */
  readonly lockedAt: string;
  readonly lockHash: string;
  readonly recordHash: string;
  readonly assurance: Assurance;
  /** Of the pool that was sealed before; null where the lock names none. */
  readonly seal: {
    readonly sealed: string;
    readonly added: number;
    readonly missing: number;
  } | null;
  /** The digits as both read them, in fives; null without dice. */
  readonly dice: string | null;
  /** The round of the public beacon; null without one. */
  readonly round: number | null;
  /** How many words came from phones; null where they are no source. */
  readonly words: number | null;
  readonly names: readonly string[];
}

/** `8ec5 7171 … 024e`: what a person can compare by ear. */
const short = (hash: string): string =>
  `${hash.slice(0, 4)} ${hash.slice(4, 8)} … ${hash.slice(-4)}`;

const zh = {
  title: '公证词（供当众念）',
  spoken: (facts: NotaryFacts): readonly string[] => {
    const { meeting, purpose, of, take, seal, dice, round, words, names } = facts;
    const unit = drawsPeople(purpose) ? '人' : '家';
    return [
      PURPOSES[purpose].orders
        ? `兹见证：${meeting}，以抽签定${of}${unit}${PURPOSES[purpose].rings ? '单位的互评次序' : '并列单位的先后'}。`
        : `兹见证：${meeting}，从${of}${unit}中抽取${purposeNames.zh[purpose]}${take}${unit}。`,
      seal === null
        ? ''
        : seal.added + seal.missing === 0
          ? `抽签名单与事先封存的名单完全相同，封存值${short(seal.sealed)}。`
          : `抽签名单与事先封存的名单相比，增改${seal.added}，不抽${seal.missing}，均已逐一列明，封存值${short(seal.sealed)}。`,
      `名单与规则于${facts.lockedAt}锁定，锁定值${short(facts.lockHash)}，此后未作改动。`,
      words === null ? '' : `手机交来字词${words}个，截止后当众公布。`,
      dice === null ? '' : `骰子当众掷出，两人各读一遍，两遍一致：${dice}。`,
      round === null ? '' : `公共信标第${round}轮在锁定之后公布，签名核对无误。`,
      ASSURED_ZH[facts.assurance],
      `抽签结果：${names.join('、')}。`,
      `记录值${short(facts.recordHash)}，任何人都可以凭公开的记录复算。`,
    ].filter((sentence) => sentence !== '');
  },
  signs: {
    thrown: '掷骰人',
    first: '第一遍读数人',
    second: '第二遍读数人',
    beacon: '信标读入人',
    witness: '见证人',
    notary: '公证员',
  },
};

const ASSURED_ZH: Readonly<Record<Assurance, string>> = {
  public: '随机源当众产生，在场的人都能核对。',
  participants: '随机数由监督员保管到收字截止，参与的人能核对。',
  operator: '随机数由主办方的主机保管，由主办方担保。',
};

export type NotaryText = typeof zh;

const en: NotaryText = {
  title: 'To be read aloud',
  spoken: (facts) => {
    const { meeting, purpose, of, take, seal, dice, round, words, names } = facts;
    const counted = drawsPeople(purpose) ? plural(of, 'person', 'people') : plural(of, 'unit');
    return [
      PURPOSES[purpose].orders
        ? `Witnessed: ${meeting}. The order of ${counted} ${PURPOSES[purpose].rings ? 'in a mutual review' : 'sharing a place'} was drawn.`
        : `Witnessed: ${meeting}. Of ${counted}, ${String(take)} ${take === 1 ? 'was' : 'were'} drawn (${purposeNames.en[purpose].toLowerCase()}).`,
      seal === null
        ? ''
        : seal.added + seal.missing === 0
          ? `The pool is the one that was sealed before, digits ${short(seal.sealed)}.`
          : `Against the pool that was sealed before, digits ${short(seal.sealed)}, ${String(seal.added)} added or changed and ${String(seal.missing)} left out; each is listed.`,
      `Pool and rule were locked at ${facts.lockedAt}, lock ${short(facts.lockHash)}, and not changed since.`,
      words === null ? '' : `Words from phones: ${String(words)}, shown once the list was closed.`,
      dice === null
        ? ''
        : `The dice were thrown before all and read by two people, who agree: ${dice}.`,
      round === null
        ? ''
        : `Round ${String(round)} of the public beacon came after the lock; its signature was checked.`,
      ASSURED_EN[facts.assurance],
      `Drawn: ${names.join(', ')}.`,
      `Record ${short(facts.recordHash)}; anyone can compute the draw again from the public record.`,
    ].filter((sentence) => sentence !== '');
  },
  signs: {
    thrown: 'Thrown by',
    first: 'First reading by',
    second: 'Second reading by',
    beacon: 'Beacon read by',
    witness: 'Witness',
    notary: 'Notary',
  },
};

const ASSURED_EN: Readonly<Record<Assurance, string>> = {
  public: 'Chance came about in public: all present can check it.',
  participants:
    'A supervisor kept the number until the words were closed: those who took part can check it.',
  operator: 'The number was kept by the organiser’s server, who answers for it.',
};

export const notaryText = { zh, en };

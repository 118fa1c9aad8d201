// Why a scoring cannot be shown while ballots come in.
import type { NoLive } from '../scoring/no-live.ts';

const zh = (one: NoLive): string => {
  switch (one.why) {
    case 'floor-counts':
      return '计分办法让票少的组照样计入，与公布过的数相减就能推出那几张票';
    case 'few-seats':
      return `${one.group}只有${one.seats}席，至少要${one.least}席，才不会暴露单张票`;
    case 'uneven':
      return `${one.heavy}的一票，权重超过${one.light}一票的三倍，一变动就看得出是谁`;
  }
};

const en = (one: NoLive): string => {
  switch (one.why) {
    case 'floor-counts':
      return 'by the scheme a group below the floor still counts, and its few ballots could be worked out from what was shown before';
    case 'few-seats':
      return `${one.group} has ${one.seats} ${one.seats === 1 ? 'seat' : 'seats'}, and it takes ${one.least} to hide a single ballot`;
    case 'uneven':
      return `a ballot of ${one.heavy} weighs more than three of ${one.light}, so each move would tell whose it was`;
  }
};

/** The reason, as part of a sentence. */
export const noLiveText = { zh, en } as const;

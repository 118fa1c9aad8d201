// Why a scoring cannot be shown while ballots come in.
import type { NoLive } from '../scoring/no-live.ts';

const zh = (one: NoLive): string => {
  switch (one.why) {
    case 'floor-counts':
      return '计分办法让票少的组照样计入，和公布过的数一减就能推出那几张票';
    case 'few-seats':
      return `${one.group}只有${one.seats}席，至少要${one.least}席才藏得住单张票`;
    case 'uneven':
      return `${one.heavy}的一票比${one.light}的一票重三倍以上，一动就看得出是谁`;
  }
};

const en = (one: NoLive): string => {
  switch (one.why) {
    case 'floor-counts':
      return 'by the scheme a group below the floor still counts, and its few ballots could be reckoned from what was shown before';
    case 'few-seats':
      return `${one.group} has ${one.seats} ${one.seats === 1 ? 'seat' : 'seats'}, and it takes ${one.least} to hide a single ballot`;
    case 'uneven':
      return `a ballot of ${one.heavy} weighs more than three of ${one.light}, so each move would tell whose it was`;
  }
};

/** The reason, as part of a sentence. */
export const noLiveText = { zh, en } as const;

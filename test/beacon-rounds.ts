// Rounds of the chain as it published them, for tests: nobody can sign others.
import { roundTime } from '../shared/draw/beacon.ts';

/** Signatures of these rounds of quicknet, of 23 August 2023. */
export const SIGNED = {
  1000: 'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39',
  1001: 'b33bf3667cbd5a82de3a24b4e0e9fe5513cc1a0e840368c6e31f5fcfa79bea03f73896b25883abf2853d10337fb8fa41',
  1002: 'ab066f9c12dd6de1336fca0f925192fb0c72a771c3e4c82ede1fd362c1a770f9eb05843c6308ce2530b53a99c0281a6e',
} as const;

export const ROUND = 1000;
export const SIGNATURE = SIGNED[ROUND];
export const RANDOMNESS = 'fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd';

/** When round 1000 was published, in ms. */
export const PUBLISHED = roundTime(ROUND) * 1000;

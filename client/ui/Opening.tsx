// A page that is still to come, over a network that takes its time.
import { commonText } from '../../shared/text/common.ts';
import { useText } from './language.ts';

export function Opening() {
  return <p className="opening">{useText(commonText).loading}</p>;
}

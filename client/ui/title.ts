// What the browser's tab and history call a page: what it is, then the meeting or the place's own name.
import { useEffect } from 'react';
import { commonText } from '../../shared/text/common.ts';
import { useText } from './language.ts';

export function useTitle(page: string, meeting?: string) {
  const { title } = useText(commonText);
  useEffect(() => {
    document.title = `${page} - ${meeting ?? title}`;
  });
}

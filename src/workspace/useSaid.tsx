import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';

/** Long enough to be heard. */
const HEARD_MS = 5000;

/** What was just done, for who hears the page. It goes again: read later, it would contradict what was decided since. */
export function useSaid(): readonly [ReactElement, (words: string) => void] {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (said === '') return undefined;
    const timer = setTimeout(() => {
      setSaid('');
    }, HEARD_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [said]);
  return [
    <span key="said" role="status" className="visually-hidden">
      {said}
    </span>,
    setSaid,
  ];
}

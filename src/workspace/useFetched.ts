import { useEffect, useState } from 'react';

/**
 * A part of the program that is fetched once it is wanted, by its key; an undefined key wants nothing. `load` has to be the same
 * function at each render. `lost`: it could not be fetched.
 */
export function useFetched<Key extends string, Part>(
  key: Key | undefined,
  load: (key: Key) => Promise<Part>,
): { readonly got: Part | undefined; readonly lost: boolean } {
  const [fetched, setFetched] = useState<{ readonly key: Key; readonly got?: Part }>();
  useEffect(() => {
    if (key === undefined) return undefined;
    let wanted = true;
    load(key).then(
      (got) => {
        if (wanted) setFetched({ key, got });
      },
      () => {
        if (wanted) setFetched({ key });
      },
    );
    return () => {
      wanted = false;
    };
  }, [key, load]);
  const here = fetched?.key === key ? fetched : undefined;
  return { got: here?.got, lost: here !== undefined && here.got === undefined };
}

/** Calls through at once, and then at most once in each `ms`, the last call never lost: for events that may come in floods. */
export function paced(
  work: () => void,
  ms: number,
  later: (work: () => void, ms: number) => unknown = setTimeout,
): () => void {
  let resting = false;
  let again = false;
  const go = () => {
    if (resting) {
      again = true;
      return;
    }
    resting = true;
    again = false;
    work();
    later(() => {
      resting = false;
      if (again) go();
    }, ms);
  };
  return go;
}

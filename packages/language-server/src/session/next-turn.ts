/** Ends when the messages that have come meanwhile are taken in. A browser has no `setImmediate`. */
export function nextTurn(): Promise<void> {
  return new Promise((go) => {
    if (typeof setImmediate === 'function') setImmediate(go);
    else setTimeout(go);
  });
}

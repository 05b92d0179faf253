/**
 * How the channel stands, for all that say so: connecting, live, slow or cut, since when it is cut, and by how many
 * milliseconds the server's clock is ahead of this one.
 */

export const standing = { state: "connecting", since: 0, ahead: 0 };
const watchers = new Set();

/** Says how the channel stands now. */
export function stand({ state, since, ahead }) {
  Object.assign(standing, { state, since, ahead });
  for (const watcher of watchers) watcher();
}

/** Calls `watcher` whenever that changes, until the signal says stop. */
export function watch(watcher, signal) {
  watchers.add(watcher);
  signal.addEventListener("abort", () => watchers.delete(watcher));
}

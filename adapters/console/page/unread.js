/** How far this person has read in each space, stored in the browser: two tabs of one person share it. */
const prefix = `qmbot.seen.${document.body.dataset.as}.`;

/** @param {string} space */
const seen = (space) => Number(localStorage.getItem(prefix + space) ?? 0);

/** Marks a space as read up to a position. @param {string} space @param {number} position */
export function markSeen(space, position) {
  if (position > seen(space)) localStorage.setItem(prefix + space, String(position));
}

/** Whether a space's last message is unread. @param {string} space @param {number} last */
export const isUnread = (space, last) => last > seen(space);

/** Called when another tab of this person has read something. @param {() => void} run */
export function onSeenElsewhere(run) {
  addEventListener('storage', (event) => {
    if (event.key?.startsWith(prefix)) run();
  });
}

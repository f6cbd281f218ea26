/** How long the user is warned before the chart is hidden. */
export const WARNING_MINUTES = 2;

export type Idle = 'active' | 'warned' | 'locked';

/**
 * Whether nobody has used the page for too long. Both times in milliseconds since 1970; the wall clock, because a
 * computer that slept has to be locked when it wakes.
 */
export function idleAt(lastUse: number, now: number, limitMinutes: number): Idle {
  const minutes = (now - lastUse) / 60_000;
  if (minutes >= limitMinutes) return 'locked';
  return minutes >= limitMinutes - WARNING_MINUTES ? 'warned' : 'active';
}

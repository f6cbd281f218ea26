import type { DosageReading } from '../../src/chart/types';

/** One line for one reading: "1 tablet ×3 as needed 5d slots 1-0-0-1 max 8 tablet quoted", or "not read". */
export function line(reading: DosageReading): string {
  if (!reading.read) return 'not read';
  const { dose, timesPerDay, slots, maxPerDay, days, end, asNeeded, quoted } = reading;
  const amount = dose && (dose.low === dose.high ? String(dose.low) : `${dose.low}-${dose.high}`);
  return [
    dose && `${amount ?? ''} ${dose.unit}`,
    `×${timesPerDay ?? '?'}`,
    asNeeded && 'as needed',
    days !== undefined && `${days}d`,
    end && `until ${end.text}`,
    slots && `slots ${slots.morning}-${slots.noon}-${slots.evening}-${slots.bedtime}`,
    maxPerDay && `max ${maxPerDay.value} ${maxPerDay.unit}`,
    quoted && 'quoted',
  ]
    .filter(Boolean)
    .join(' ');
}

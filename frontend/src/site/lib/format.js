// Numbers and times in the words of the reader: separators, clock and time zone are those of the browser.

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const CLOCK = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const DAY_AND_CLOCK = new Intl.DateTimeFormat(undefined, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const EXACT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'long' });
const ZONE = new Intl.DateTimeFormat(undefined, { timeZoneName: 'short' });
const NUMBERS = [0, 1, 2].map(
  (digits) => new Intl.NumberFormat(undefined, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
);
const PERCENT = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 });

/** Milliseconds; three digits are enough to compare: '0.04 ms', '12.0 ms', '118 ms'. */
export function millis(value) {
  return `${NUMBERS[value < 1 ? 2 : value < 99.95 ? 1 : 0].format(value)}\u00a0ms`;
}

export function percent(value) {
  return PERCENT.format(value / 100);
}

export function count(value) {
  return NUMBERS[0].format(value);
}

/** A stretch of time in at most two units: '25 s', '4 min', '2 h 5 min', '3 d 4 h'. */
export function duration(ms) {
  if (ms < MINUTE) return units([Math.max(0, ms), SECOND, 's']);
  if (ms < HOUR) return units([ms, MINUTE, 'min']);
  if (ms < DAY) return units([ms, HOUR, 'h'], [ms % HOUR, MINUTE, 'min']);
  return units([ms, DAY, 'd'], [ms % DAY, HOUR, 'h']);
}

function units(...parts) {
  return parts
    .map(([ms, size, unit]) => [Math.floor(ms / size), unit])
    .filter(([amount], index) => index === 0 || amount > 0)
    .map(([amount, unit]) => `${NUMBERS[0].format(amount)}\u00a0${unit}`)
    .join(' ');
}

export function ago(ms) {
  return ms < SECOND ? 'just now' : `${duration(ms)} ago`;
}

/** '12:03', or with its day when that is not today's. */
export function clock(time, now) {
  const sameDay = new Date(time).toDateString() === new Date(now).toDateString();
  return (sameDay ? CLOCK : DAY_AND_CLOCK).format(time);
}

/** Date, time to the second and time zone. */
export function exact(time) {
  return EXACT.format(time);
}

/** 'Europe/Berlin (GMT+1)' */
export function timeZone(now) {
  const name = ZONE.resolvedOptions().timeZone;
  const short = ZONE.formatToParts(now).find(({ type }) => type === 'timeZoneName')?.value;
  return short === undefined || short === name ? name : `${name} (${short})`;
}

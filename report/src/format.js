const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const broken = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const compact = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 });

export function number(value, unit) {
  const text = Number.isInteger(value) ? whole.format(value) : broken.format(value);
  return unit ? `${text} ${unit}` : text;
}

/** For axes, where there is little room. */
export const short = value => (Math.abs(value) < 10000 ? broken.format(value) : compact.format(value));

/** Milliseconds of a date or time as the page writes them; both are UTC. */
export const instant = (value, type) => Date.parse(type === 'date' ? `${value}T00:00:00Z` : `${value}Z`);

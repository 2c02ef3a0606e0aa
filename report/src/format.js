const compact = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 });
// Behind its 15th digit a sum of doubles has none of the data.
const exact = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 15 });
const axis = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 4 });

/** All digits that the value has; those of a DECIMAL with its zeros. */
export function number(value, unit, decimals = 0) {
  const text = decimals > 0 && decimals <= 20 ? value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }) : exact.format(value);
  return unit ? `${text} ${unit}` : text;
}

/** For axes, where there is little room. */
export const short = value => (Math.abs(value) < 10000 ? axis.format(value) : compact.format(value));

/** Milliseconds of a date or time as the page writes them; both are UTC. */
export const instant = (value, type) => Date.parse(type === 'date' ? `${value}T00:00:00Z` : `${value}Z`);

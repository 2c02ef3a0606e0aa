// Colours are CSS variables of the page, so that both themes are written down in one place.
export function theme() {
  const style = getComputedStyle(document.documentElement);
  const value = name => style.getPropertyValue(`--${name}`).trim();
  return {
    series: [1, 2, 3, 4, 5, 6].map(number => value(`series-${number}`)),
    text: value('text'),
    muted: value('muted'),
    line: value('line'),
    card: value('card'),
    land: value('land'),
    coast: value('coast'),
    heat: [value('heat-low'), value('heat-high')],
    font: style.getPropertyValue('--font').trim(),
  };
}

export function axis(colours) {
  return {
    axisLine: { lineStyle: { color: colours.line } },
    axisTick: { show: false },
    axisLabel: { color: colours.muted, fontSize: 12, hideOverlap: true },
    splitLine: { lineStyle: { color: colours.line } },
    nameTextStyle: { color: colours.muted, fontSize: 12 },
    nameGap: 10,
  };
}

/** The colour at a share, 0 to 1, of the way from the lowest to the highest of the heat map. */
export function heat(colours, share) {
  const [low, high] = colours.heat.map(hex => [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16)));
  return `rgb(${low.map((from, index) => Math.round(from + (high[index] - from) * share)).join(',')})`;
}

/** A tooltip made of text nodes: whatever the data holds is shown and never read as HTML. */
export function tooltip(heading, lines) {
  const box = document.createElement('div');
  const title = document.createElement('strong');
  title.textContent = heading;
  box.append(title);
  for (const line of lines) {
    const row = document.createElement('div');
    row.textContent = line;
    box.append(row);
  }

  return box;
}

export function tooltipStyle(colours) {
  return {
    backgroundColor: colours.card,
    borderColor: colours.line,
    textStyle: { color: colours.text, fontSize: 13, fontFamily: colours.font },
    extraCssText: 'max-width:22rem;white-space:normal;overflow-wrap:anywhere;box-shadow:0 2px 12px rgb(0 0 0/.16)',
    confine: true,
    transitionDuration: 0,
  };
}

export function legend(all, colours) {
  return { show: all.length > 1, top: 0, left: 0, itemWidth: 18, itemHeight: 10, itemGap: 18, icon: undefined, textStyle: { color: colours.text, fontSize: 13 } };
}

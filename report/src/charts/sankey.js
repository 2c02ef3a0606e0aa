import { number } from '../format.js';
import { tooltip, tooltipStyle } from '../tooltip.js';

// What flows in a circle is drawn from one side to the other, each name once on either.
function hasCircle(links) {
  const next = new Map();
  links.forEach(({ source, target }) => next.set(source, [...next.get(source) ?? [], target]));
  const done = new Set();
  const path = new Set();
  const visit = name => {
    if (path.has(name)) {
      return true;
    }

    if (done.has(name)) {
      return false;
    }

    path.add(name);
    const found = (next.get(name) ?? []).some(visit);
    path.delete(name);
    done.add(name);
    return found;
  };
  return [...next.keys()].some(visit);
}

function linksOf(table) {
  const links = table.rows
    .map(row => ({ source: table.text(row, 'source'), target: table.text(row, 'target'), value: table.number(row, 'value') }))
    .filter(link => link.value > 0);
  return hasCircle(links) ? links.map(link => ({ ...link, source: `${link.source} ·`, target: `· ${link.target}` })) : links;
}

const shown = name => name.replace(/^· | ·$/g, '');

export function sankeyHeight(chart, table) {
  const widest = Math.max(new Set(table.rows.map(row => table.text(row, 'source'))).size, new Set(table.rows.map(row => table.text(row, 'target'))).size);
  return Math.max(280, widest * 58 + 40);
}

/** Names stand beside their nodes, so each layer needs room. */
export function sankeyWidth(chart, table) {
  const links = linksOf(table);
  const depths = new Map();
  const depth = name => {
    if (!depths.has(name)) {
      depths.set(name, 1 + Math.max(0, ...links.filter(link => link.target === name).map(link => depth(link.source))));
    }

    return depths.get(name);
  };
  return 175 + 150 * Math.max(1, ...links.map(link => depth(link.target)));
}

export function sankey(chart, table, colours) {
  const links = linksOf(table);
  const names = [...new Set(links.flatMap(link => [link.source, link.target]))];
  const caption = name => chart.captions?.[name];
  const sums = new Map(names.map(name => [name, Math.max(
    ...['source', 'target'].map(end => links.filter(link => link[end] === name).reduce((sum, link) => sum + link.value, 0)))]));
  const isLast = name => !links.some(link => link.source === name);
  return {
    tooltip: {
      ...tooltipStyle(colours),
      formatter: mark => (mark.dataType === 'edge'
        ? tooltip(`${shown(mark.data.source)} → ${shown(mark.data.target)}`, [chart.captions ? `about ${number(Math.round(mark.data.value), chart.unit)}` : number(mark.data.value, chart.unit ?? table.name('value'), table.decimals('value'))])
        : tooltip(shown(mark.name), [caption(mark.name) ?? number(sums.get(mark.name), chart.unit ?? table.name('value'), table.decimals('value'))])),
    },
    series: [{
      type: 'sankey',
      left: 4,
      right: 190,
      top: 20,
      bottom: 26,
      nodeGap: 34,
      nodeWidth: 14,
      draggable: false,
      layoutIterations: 64,
      data: names.map((name, index) => ({
        name,
        itemStyle: { color: caption(name) && chart.warnings.includes(name) ? colours.series[1] : colours.series[chart.captions ? 0 : index % colours.series.length], borderWidth: 0 },
        label: {
          position: 'right',
          formatter: () => `{name|${plain(shown(name))}}\n{count|${plain(caption(name) ?? number(sums.get(name), chart.unit))}}`,
          rich: { name: { color: colours.text, fontSize: 13, fontWeight: 600, lineHeight: 17 }, count: { color: colours.muted, fontSize: 12, lineHeight: 16 } },
          width: isLast(name) ? 180 : undefined,
          overflow: isLast(name) ? 'truncate' : undefined,
        },
      })),
      links,
      lineStyle: { color: 'source', opacity: 0.22, curveness: 0.5 },
      emphasis: { disabled: true },
    }],
  };
}

// Braces are what a label's styles are written with.
const plain = text => text.replaceAll('{', '(').replaceAll('}', ')');

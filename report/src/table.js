/** A chart's rows, by what its encodings call their columns. */
export class Table {
  constructor(chart) {
    this.rows = chart.rows;
    this.columns = chart.columns;
    this.encodings = chart.encodings;
  }

  has(channel) {
    return this.encodings[channel] !== undefined;
  }

  name(channel) {
    return this.columns[this.encodings[channel]].name.replaceAll('_', ' ');
  }

  type(channel) {
    return this.columns[this.encodings[channel]].type;
  }

  /** Digits behind the point that the column's values have: a DECIMAL's zeros count. */
  decimals(channel) {
    return this.columns[this.encodings[channel]]?.decimals ?? 0;
  }

  value(row, channel) {
    return row[this.encodings[channel]];
  }

  number(row, channel) {
    const value = this.value(row, channel);
    return value === null ? null : Number(value);
  }

  text(row, channel) {
    const value = this.value(row, channel);
    return value === null ? '(none)' : String(value);
  }

  /** The channel's different values: numbers in their order, others as the rows bring them. */
  distinct(channel) {
    const values = [...new Set(this.rows.map(row => this.text(row, channel)))];
    return this.type(channel) === 'number' ? values.sort((a, b) => Number(a) - Number(b)) : values;
  }

  /** The rows of each series; one without a name where the chart has no series. */
  series() {
    return this.has('series')
      ? this.distinct('series').map(name => ({ name, rows: this.rows.filter(row => this.text(row, 'series') === name) }))
      : [{ name: '', rows: this.rows }];
  }
}

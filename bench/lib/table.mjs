/** Adds to every row with a `ratioTo` the ratio of its value to that row's; there is none to what measured as 0. */
export function withRatios(rows) {
  return rows.map((row) => {
    if (row.ratioTo === undefined) return row;
    const other = rows.find(({ name }) => name === row.ratioTo);
    if (other === undefined)
      throw new Error(`${row.name} is compared with ${row.ratioTo}, which is not there`);
    if (other.value === 0) return row;
    return { ...row, ratio: Number((row.value / other.value).toPrecision(3)) };
  });
}

export function printTable(section, rows) {
  console.log(`\n== ${section}`);
  const width = Math.max(0, ...rows.map(({ name }) => name.length));
  for (const { name, value, unit, ratio, ratioTo } of rows) {
    const ratioText = ratio === undefined ? "" : `   ${ratio} x ${ratioTo}`;
    console.log(
      `${name.padEnd(width)}  ${number(value).padStart(10)} ${unit.padEnd(8)}${ratioText}`.trimEnd(),
    );
  }
}

function number(value) {
  return value.toLocaleString("en", { maximumSignificantDigits: 4 });
}

// Executes the statements of a file, one a line, through node's pg, and prints the result of each on a line.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [, , packages, port, file] = process.argv;
const pg = createRequire(packages + "/")("pg");

// as pg gives them, but for what JavaScript has no type for: a Date has the zone of this machine and milliseconds
const asText = new Set([1082, 1083, 1114, 1184, 1266]);
const floats = new Set([700, 701]);
const types = { getTypeParser: (type, format) => (asText.has(type) ? (text) => text : pg.types.getTypeParser(type, format)) };

function float(value) {
  const [digits, exponent] = value.toExponential(11).split("e");
  return Number.isFinite(value) ? `${digits}e${exponent[0]}${exponent.slice(1).padStart(2, "0")}` : String(value).toLowerCase();
}

function cell(value, field) {
  if (value === null) return "null";
  if (floats.has(field.dataTypeID)) return float(value);
  if (field.dataTypeID === 1184) return value.replace(/([+-]\d\d)$/, "$1:00");
  return Buffer.isBuffer(value) ? value.toString() : String(value);
}

const client = new pg.Client({ host: "127.0.0.1", port: Number(port), user: "awsuser", database: "dev" });
await client.connect();
for (const text of readFileSync(file, "utf8").replace(/\n$/, "").split("\n")) {
  try {
    const { rows, fields } = await client.query({ text, rowMode: "array", types, queryMode: "extended" });
    console.log(fields.length === 0 ? "done" : rows.map((row) => row.map((value, index) => cell(value, fields[index])).join("|")).join(" / "));
  } catch (error) {
    console.log("error", error.code);
  }
}
await client.end();

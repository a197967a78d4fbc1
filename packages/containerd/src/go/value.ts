/** A value that a Go program holds in an `interface{}` after decoding TOML. */
export type GoValue =
  | { type: "string"; value: string }
  | { type: "bool"; value: boolean }
  | { type: "int64" | "uint64"; value: bigint }
  | { type: "float64"; value: number }
  | { type: "time"; goType: string; text: string }
  | { type: "slice"; goType: string; items: GoValue[] }
  | { type: "map"; entries: Map<string, GoValue> };

/** A value as fmt prints it with %v. */
export function formatValue(value: GoValue): string {
  switch (value.type) {
    case "string":
      return value.value;
    case "bool":
    case "int64":
    case "uint64":
      return String(value.value);
    case "float64":
      return formatFloat(value.value);
    case "time":
      return value.text;
    case "slice":
      return `[${value.items.map(formatValue).join(" ")}]`;
    case "map": {
      const names = [...value.entries.keys()].sort();
      const pairs = names.map((name) => `${name}:${formatEntry(value.entries.get(name))}`);
      return `map[${pairs.join(" ")}]`;
    }
  }
}

function formatEntry(value: GoValue | undefined): string {
  return value === undefined ? "<nil>" : formatValue(value);
}

/** A value's type as fmt prints it with %T. */
export function typeName(value: GoValue): string {
  if (value.type === "time" || value.type === "slice") return value.goType;
  return value.type === "map" ? "map[string]interface {}" : value.type;
}

/** %v of a float64: the shortest digits, with an exponent below 1e-04 and from 1e+21 on. */
function formatFloat(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "+Inf" : "-Inf";
  if (Object.is(value, -0)) return "-0";
  const [digits = "", exponent = "0"] = value.toExponential().split("e");
  const power = Number(exponent);
  if (value === 0 || (power >= -4 && power < 21)) return String(value);
  return `${digits}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}

import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { root } from "./paths.mjs";

/** The oldest Go whose answers count: text/template as packages/go-template has it. */
const OLDEST = 26;
/** Debian's suite that has a Go of that age, the packages by its minor version, and where they are unpacked. */
const SUITE = "sid";
const packagesOf = (minor) => [`golang-1.${minor}-go`, `golang-1.${minor}-src`];
const unpacked = join(root, "node_modules/.cache/go");
const KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg";

/** Sees to it that tests can ask a real Go; without one that comparison is skipped. */
export function ensureGo() {
  if (findGo()) return console.log("Go is here");
  if (unpackGo() && findGo()) return console.log("Go has been unpacked into node_modules/.cache");
  console.log(`No Go 1.${OLDEST} here: the comparison of templates with a real one will be skipped`);
}

/** The path of a Go that is new enough: one on the path, the system's, or the unpacked one; null without one. */
export function findGo() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const minors = [OLDEST, OLDEST + 1];
  const installed = ["/usr/local/go/bin", ...minors.map((minor) => `/usr/lib/go-1.${minor}/bin`)];
  const own = minors.map((minor) => join(unpacked, `usr/lib/go-1.${minor}/bin`));
  const candidates = [...folders, ...installed, ...own].map((folder) => join(folder, "go"));
  return candidates.find((candidate) => existsSync(candidate) && isNewEnough(candidate)) ?? null;
}

function isNewEnough(executable) {
  const env = { ...process.env, GOTOOLCHAIN: "local" };
  const { stdout } = spawnSync(executable, ["version"], { encoding: "utf8", env });
  return Number(/go1\.(\d+)/.exec(stdout ?? "")?.[1] ?? 0) >= OLDEST;
}

/** Unpacks Debian's packages beside the system, which stays as it is. False where that cannot be done. */
function unpackGo() {
  const mirror = debianMirror();
  if (mirror === null || !["apt-get", "dpkg"].every((program) => !spawnSync(program, ["--version"]).error))
    return false;
  const scratch = mkdtempSync(join(tmpdir(), "lookinglass-go-"));
  try {
    return [OLDEST, OLDEST + 1].some((minor) => unpackPackages(scratch, mirror, packagesOf(minor)));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The mirror that the machine's own apt sources name; null where it is no Debian. */
function debianMirror() {
  const folder = "/etc/apt/sources.list.d";
  const more = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  const sources = ["/etc/apt/sources.list", ...more].filter(
    (file) => existsSync(file) && existsSync(KEYRING),
  );
  const texts = sources.map((file) => readFileSync(file, "utf8"));
  const mirrors = texts.flatMap((text) => text.match(/https?:\/\/\S+\/debian\/?(?=\s)/g) ?? []);
  return mirrors.find((mirror) => !mirror.includes("snapshot")) ?? null;
}

function unpackPackages(scratch, mirror, packages) {
  for (const folder of ["lists/partial", "cache/archives/partial"])
    mkdirSync(join(scratch, folder), { recursive: true });
  // apt-get's own user may have to write here.
  for (const folder of ["", "lists", "lists/partial", "cache", "cache/archives", "cache/archives/partial"]) {
    chmodSync(join(scratch, folder), 0o777);
  }
  const source = { Types: "deb", URIs: mirror, Suites: SUITE, Components: "main", "Signed-By": KEYRING };
  const lines = Object.entries(source).map(([name, value]) => `${name}: ${value}\n`);
  writeFileSync(join(scratch, "go.sources"), lines.join(""));
  if (!apt(scratch, "update") || !apt(scratch, "download", ...packages)) return false;
  const archives = readdirSync(scratch).filter((name) => name.endsWith(".deb"));
  mkdirSync(unpacked, { recursive: true });
  return archives.every((name) => spawnSync("dpkg", ["-x", join(scratch, name), unpacked]).status === 0);
}

function apt(scratch, ...args) {
  const options = {
    "Dir::Etc::sourcelist": join(scratch, "go.sources"),
    "Dir::Etc::sourceparts": "/dev/null",
    "Dir::State::Lists": join(scratch, "lists"),
    "Dir::Cache": join(scratch, "cache"),
    "Acquire::Languages": "none",
    "APT::Sandbox::User": "root",
  };
  const given = Object.entries(options).flatMap(([name, value]) => ["-o", `${name}=${value}`]);
  return spawnSync("apt-get", [...given, "-qq", ...args], { cwd: scratch, stdio: "inherit" }).status === 0;
}

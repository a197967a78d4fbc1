import { clusterJsonSchema } from "@lookinglass/cluster-spec";
import type { PhaseId, Settings, Severity } from "@lookinglass/designer";
import { Command, CommanderError, Option } from "commander";
import { PHASES } from "./choose-role.js";
import { type Console, EXIT, type Outcome, usageError } from "./console.js";
import { newSpec, STARTER_HELP } from "./new.js";
import { pullPathOf } from "./pull-path.js";
import { readText } from "./read-text.js";
import { RENDER_FORMATS, type RenderFormat, render } from "./render.js";
import { readSettings, type SettingsOptions } from "./settings.js";
import { coloured, counted, type Paint, plain, printable } from "./style.js";
import { SEVERITIES, type SpecFile, VALIDATE_FORMATS, type ValidateFormat, validate } from "./validate.js";
import { writeCertsD } from "./write-certs-d.js";

/**
 * Runs the command line: reads its arguments, writes its answer, sets the exit code (see {@link EXIT}).
 *
 * @param args without the program's name
 */
export async function runCli(args: readonly string[], console: Console): Promise<void> {
  try {
    await program(console).parseAsync([...args], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help is an answer; everything else that the parser ends with is a wrong question.
    console.exitCode = error.exitCode === 0 ? EXIT.fine : EXIT.usage;
  }
}

const EXIT_CODES = `
Exit codes: 0 all is well; 1 the spec has faults, or the pull fails; 2 the question could not be answered.
FILE may be - for standard input.`;

function program(console: Console): Command {
  const root = new Command("lookinglass")
    .description(
      "Shows the hosts.toml files that every node of a Kublr cluster will get, before it gets them.",
    )
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void console.stdout.write(text),
      writeErr: (text) => void console.stderr.write(text),
    });
  addValidate(root, console);
  addRender(root, console);
  addPullPath(root, console);
  addNew(root, console);
  addSchema(root, console);
  return root.addHelpText("after", EXIT_CODES);
}

/** What every command can be told, as the parser leaves it. */
type Asked<Own> = Own & SettingsOptions & { readonly settings?: string };

function addValidate(root: Command, console: Console): void {
  type Options = Asked<{ readonly format: ValidateFormat; readonly failOn: Severity }>;
  withSettings(root.command("validate"))
    .description("what is wrong with cluster specs, and what will happen on the nodes")
    .argument("<FILE...>", "cluster specs, YAML or JSON")
    .addOption(formatOption(VALIDATE_FORMATS))
    .addOption(
      new Option("--fail-on <severity>", "lightest severity that makes the exit code 1")
        .choices(SEVERITIES)
        .default("error"),
    )
    .action((names: string[], { format, failOn, ...options }: Options) =>
      answer(console, names, options, (files, settings) =>
        validate(files, settings, { format, failOn, paint: paintOf(console) }),
      ),
    );
}

interface RoleOptions {
  readonly role?: string;
  readonly phase: PhaseId;
}

function addRender(root: Command, console: Console): void {
  type Own = RoleOptions & { readonly format: RenderFormat; readonly file?: string; readonly out?: string };
  withRole(withSettings(root.command("render")))
    .description("the files that a role's nodes get under /etc/containerd/certs.d")
    .argument("<FILE>", "cluster spec, YAML or JSON")
    .addOption(formatOption(RENDER_FORMATS))
    .option("--file <path>", "print this file only, as it is: _default/hosts.toml")
    .option("--out <folder>", "write the tree into this folder, which must be new or empty")
    .action((name: string, { format, role, phase, file, out, ...options }: Asked<Own>) =>
      answer(console, [name], options, ([spec], settings) => {
        const paint = paintOf(console);
        const { outcome, certsD } = render(spec.text, settings, { format, role, phase, file, paint });
        if (out === undefined || outcome.exitCode === EXIT.usage) return outcome;
        const written = writeCertsD(out, certsD);
        if (!written.ok) return usageError(printable(written.message));
        return { ...outcome, out: `${counted(certsD.size, "file")} in ${printable(out)}\n` };
      }),
    );
}

function addPullPath(root: Command, console: Console): void {
  interface Conditions {
    readonly upstreamDown?: boolean;
    readonly spegelNotReady?: boolean;
    readonly imageOnNoNode?: boolean;
    readonly mastersDown?: boolean;
    readonly mirrorDown?: string[];
  }
  type Options = Asked<RoleOptions & Conditions & { readonly format: RenderFormat }>;
  withRole(withSettings(root.command("pull-path")))
    .description("whom a role's node asks for an image, in order")
    .argument("<FILE>", "cluster spec, YAML or JSON")
    .argument("<IMAGE>", "as in a pod spec: nginx:1.27, quay.io/org/app@sha256:...")
    .addOption(formatOption(RENDER_FORMATS))
    .option("--upstream-down", "the image's own registry does not answer")
    .option("--spegel-not-ready", "Spegel has not started on the node")
    .option("--image-on-no-node", "no node of the cluster has the image")
    .option("--masters-down", "the masters do not answer")
    .option("--mirror-down <host...>", "mirrors that do not answer, as written in hosts.toml or as host:port")
    .action((name: string, image: string, options: Options) =>
      answer(console, [name], options, ([spec], settings) => {
        const { format, role, phase, upstreamDown, spegelNotReady, imageOnNoNode, mastersDown, mirrorDown } =
          options;
        const conditions = { upstreamDown, spegelNotReady, imageOnNoNode, mastersDown, mirrorDown };
        return pullPathOf(spec.text, settings, {
          ...{ format, role, phase, image, conditions },
          paint: paintOf(console),
        });
      }),
    );
}

function addNew(root: Command, console: Console): void {
  root
    .command("new")
    .description("a cluster spec to begin with, on standard output")
    .argument("<STARTER>", "kind of machines, one of those below")
    .option("--name <name>", "of the cluster")
    .addHelpText("after", STARTER_HELP)
    .showHelpAfterError()
    .action((id: string, { name }: { readonly name?: string }) => finish(console, newSpec(id, name)));
}

function addSchema(root: Command, console: Console): void {
  root
    .command("schema")
    .description("the known keys of a cluster spec as JSON Schema (draft 2020-12), for editors")
    .action(() =>
      finish(console, { exitCode: EXIT.fine, out: `${JSON.stringify(clusterJsonSchema(), null, 2)}\n` }),
    );
}

function withRole(command: Command): Command {
  return command
    .option("--role <id>", "master, or nodes/<group>; the first role when left out")
    .addOption(new Option("--phase <phase>", "when").choices(PHASES).default("running"));
}

function withSettings(command: Command): Command {
  return command
    .option("--settings <file>", "JSON with what to assume, as the API takes it; the options below win")
    .option("--agent-version <version>", "Kublr agent, whatever the spec says")
    .option("--containerd-version <version>", "containerd on the nodes")
    .option("--spegel-version <version>", "release of Spegel's chart")
    .option("--sprig", "templates may call Sprig's functions")
    .option("--runtime <role=runtime...>", "container runtime of a role: containerd, cri-o or other")
    .option("--node-address <role=address...>", "addresses of a role's nodes, separated by commas");
}

function formatOption(formats: readonly string[]): Option {
  return new Option("--format <format>", "of the answer").choices(formats).default("text");
}

/** Reads what a command needs, runs it, and prints what it came to. The command gets as many files as there are names. */
async function answer(
  console: Console,
  names: readonly string[],
  options: Asked<unknown>,
  command: (files: readonly [SpecFile, ...SpecFile[]], settings: Settings) => Outcome,
): Promise<void> {
  const files: SpecFile[] = [];
  for (const name of names) {
    const read = await readText(name, console.stdin);
    if (!read.ok) return finish(console, usageError(printable(read.message)));
    files.push({ name, text: read.text });
  }
  const file = options.settings === undefined ? null : await readText(options.settings, console.stdin);
  if (file?.ok === false) return finish(console, usageError(printable(file.message)));
  const read = readSettings(options, file?.text ?? null);
  if (!read.ok) return finish(console, usageError(printable(read.faults.join("\nerror: "))));
  const [first, ...others] = files;
  if (first) finish(console, command([first, ...others], read.settings));
}

function finish(console: Console, { exitCode, out, err }: Outcome): void {
  if (out !== "") console.stdout.write(out);
  if (err !== undefined) console.stderr.write(err);
  console.exitCode = exitCode;
}

/** Colours for a person's terminal only (https://no-color.org). */
function paintOf({ stdout, env }: Console): Paint {
  return stdout.isTTY && !env.NO_COLOR && env.TERM !== "dumb" ? coloured : plain;
}

/** What the workbench asks besides the preview. One module, for a browser that asks for its parts in turn waits for each. */
export {
  completeAt,
  findSecrets,
  hoverAt,
  imageServing,
  inspectCertsD,
  lineOrigins,
  readYaml,
  templateData,
} from "@lookinglass/designer";
export { exportSpec } from "../import-export/export-spec.js";
export { joinFiles } from "../import-export/join-files.js";
export { pullRoute } from "../pull-path/pull-route.js";
export { planEdits } from "./edit-plan.js";
export { inspect } from "./inspection.js";
export { locatePath } from "./locate-path.js";

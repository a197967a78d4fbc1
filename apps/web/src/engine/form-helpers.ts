/** What the forms ask besides edits. */
export { imageServing, readYaml } from "@lookinglass/designer";

export {
  type AgentVersion,
  agentVersion,
  archiveVersion,
  type WrittenAgent,
  writtenAgents,
} from "./agent-version.js";
export { type OddPlace, oddPlaces } from "./characters/odd-places.js";
export { clusterDocument } from "./cluster.js";
export { editSpec } from "./edit/edit-spec.js";
export type {
  EditResult,
  InsertEdit,
  MoveEdit,
  Refusal,
  RemoveEdit,
  RenameEdit,
  SetEdit,
  SpecEdit,
  TextEdit,
} from "./edit/spec-edit.js";
export {
  type ConfigLayer,
  type ConfigSource,
  droppedNulls,
  type EffectiveConfig,
  effectiveAgentConfig,
  sourceOf,
} from "./effective-config.js";
export { type JsonArray, type JsonObject, type JsonValue, sameData } from "./json.js";
export { type Location, locate, locateNearest, type NearestLocation } from "./locate.js";
export type { ScalarStyle } from "./parse/nodes.js";
export { type ParsedSpec, parseSpec, type SpecDocument } from "./parse/parse-spec.js";
export type { SpecProblem, SpecProblemCode } from "./parse/problems.js";
export type { ClusterSelection } from "./parse/select-cluster.js";
export { type SpecPath, valueAt } from "./path.js";
export { type OffsetRange, toPosition } from "./positions.js";
export { clusterRoles, type RoleSpec } from "./roles.js";
export {
  nameAt,
  type ScalarSyntax,
  scalarOffset,
  scalarRange,
  scalarSyntax,
  writtenWord,
} from "./scalars.js";
export { type Yaml11Boolean, yaml11Booleans } from "./schema/booleans.js";
export { checkTypes, expectedType, type TypeFault } from "./schema/check-types.js";
export { type DisputedScalar, disputedScalars } from "./schema/disputed-scalars.js";
export { clusterJsonSchema } from "./schema/json-schema.js";
export type { KeyRow, KeySource } from "./schema/key-row.js";
export { keySources, PUBLIC_SPECS, sourceUrl, sourceWords } from "./schema/key-sources.js";
export { documentRows, type KeyNode, knownAt, sectionRows } from "./schema/key-tree.js";
export { mergeConflicts } from "./schema/merge-conflicts.js";
export { nearestKey } from "./schema/nearest-key.js";
export { typeWords } from "./schema/type-words.js";
export { type UnknownKey, unknownKeys } from "./schema/unknown-keys.js";

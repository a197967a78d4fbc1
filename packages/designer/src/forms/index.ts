export type { ChartValueType, FilterSettings } from "@lookinglass/spegel";
export { formEdits } from "./form-edits.js";
export { type DirectoryFault, directoryFault } from "./hosts-directory.js";
export {
  type ClientCertificate,
  type HostsContent,
  type HostsEntry,
  type Mirror,
  type MirrorChange,
  type MirrorField,
  type MirrorHeader,
  NEW_MIRROR,
  SPEGEL_ON_NODE,
  SPEGEL_SERVICE,
} from "./mirror.js";
export { hasPath, ownServer, requestRoot, type ServerMeaning, serverMeaning } from "./mirror-url.js";
export type {
  CatalogValue,
  ChartCatalog,
  ChartChange,
  ChartForm,
  ChartValueField,
  FieldOrigin,
  FiltersField,
  FormChange,
  FormField,
  FormModel,
  HelmValuesForm,
  ListChange,
  OverrideForm,
  ScopeForm,
  StrayValue,
} from "./model.js";
export { readForms } from "./read-forms.js";
export { readYaml, type YamlReading } from "./yaml-text.js";

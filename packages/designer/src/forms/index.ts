export type { ChartValueType, FilterSettings } from "@lookinglass/spegel";
export { formEdits } from "./form-edits.js";
export {
  type HostsContent,
  type Mirror,
  type MirrorChange,
  SPEGEL_ON_NODE,
  SPEGEL_SERVICE,
} from "./mirror.js";
export { changeMirrors, hostsContent } from "./mirror-edits.js";
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

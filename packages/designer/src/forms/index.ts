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
  FieldOrigin,
  FiltersField,
  FormChange,
  FormField,
  FormModel,
  HelmValuesForm,
  OverrideForm,
  ScopeForm,
} from "./model.js";
export { readForms } from "./read-forms.js";

export { knownAgents } from "./agent/versions.js";
export type * from "./analysis.js";
export { analyze } from "./analyze.js";
export { completeAt } from "./assist/complete.js";
export type { Completion, Hover } from "./assist/completion.js";
export { hoverAt } from "./assist/hover.js";
export { CERTS_D_DIRECTORIES, directoryPurpose } from "./assist/registries.js";
export {
  type CatalogValue,
  type ChartCatalog,
  type ChartChange,
  type ChartForm,
  type ChartValueField,
  type ChartValueType,
  type ClientCertificate,
  type DirectoryFault,
  directoryFault,
  type FieldOrigin,
  type FilterSettings,
  type FiltersField,
  type FormChange,
  type FormField,
  type FormModel,
  formEdits,
  type HelmValuesForm,
  type HostsContent,
  type HostsEntry,
  hasPath,
  type ListChange,
  type Mirror,
  type MirrorChange,
  type MirrorField,
  type MirrorHeader,
  NEW_MIRROR,
  type OverrideForm,
  ownServer,
  readForms,
  readYaml,
  requestRoot,
  type ScopeForm,
  type ServerMeaning,
  SPEGEL_ON_NODE,
  SPEGEL_SERVICE,
  type StrayValue,
  serverMeaning,
  type YamlReading,
} from "./forms/index.js";
export {
  type CertsDInspection,
  type CertsDQuestion,
  type FileFinding,
  inspectCertsD,
} from "./inspect/inspect-certs-d.js";
export { inspectSpec, type SpecInspection } from "./inspect-spec.js";
export { forgetEverything } from "./memoised.js";
export type { LineOrigin } from "./origins/line-origin.js";
export { type FileQuestion, lineOrigins } from "./origins/line-origins.js";
export { atEveryPlace } from "./places.js";
export { type TemplateData, templateData } from "./playground/template-data.js";
export {
  type TemplateFault,
  type TemplateOutput,
  type TemplateQuestion,
  type TemplateTrial,
  tryTemplate,
} from "./playground/try-template.js";
export { previewRoles } from "./preview-spec.js";
export { type PullQuestion, pullPath } from "./pull/pull-path.js";
export { type FileReport, toSarif } from "./report/sarif.js";
export { KEEPING_TITLES } from "./rules/spegel/keeping-titles.js";
export { type FoundSecret, findSecrets } from "./secrets/find-secrets.js";
export { removeSecretsEdits } from "./secrets/remove-secrets.js";
export {
  type ImageServing,
  imageServing,
  type ServingAnswer,
  type ServingQuestion,
  type ServingVerdict,
} from "./serving/image-serving.js";
export { DEFAULT_CONTAINERD_VERSION, DEFAULT_SPEGEL_VERSION } from "./settings.js";
export { EMPTY_SPEC, namedStarter, type Starter, starters } from "./starters/index.js";

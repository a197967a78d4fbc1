import { archiveDeprecated } from "./agent/archive-deprecated.js";
import { agentMisplaced } from "./agent/misplaced.js";
import { tooOld } from "./agent/too-old.js";
import { versionUnknown } from "./agent/version-unknown.js";
import { versionsDiffer } from "./agent/versions-differ.js";
import { certMissing } from "./hosts/cert-missing.js";
import { dialTimeout } from "./hosts/dial-timeout.js";
import { dockerhub } from "./hosts/dockerhub.js";
import { duplicateHost } from "./hosts/duplicate-host.js";
import { hostRepeated } from "./hosts/host-repeated.js";
import { ignoredKey } from "./hosts/ignored-key.js";
import { invisibleHost } from "./hosts/invisible-host.js";
import { noCapability } from "./hosts/no-capability.js";
import { noSchemeHttpPrefix } from "./hosts/no-scheme-http-prefix.js";
import { overridePath } from "./hosts/override-path.js";
import { pathMirror } from "./hosts/path-mirror.js";
import { plainHttp } from "./hosts/plain-http.js";
import { rejected } from "./hosts/rejected.js";
import { rootKey } from "./hosts/root-key.js";
import { secret } from "./hosts/secret.js";
import { serverMisplaced } from "./hosts/server-misplaced.js";
import { serverNoFallback } from "./hosts/server-no-fallback.js";
import { serverOnly } from "./hosts/server-only.js";
import { shadowsDefault } from "./hosts/shadows-default.js";
import { skipVerify } from "./hosts/skip-verify.js";
import { slowFallback } from "./hosts/slow-fallback.js";
import { toml } from "./hosts/toml.js";
import { url } from "./hosts/url.js";
import type { Rule } from "./rule.js";
import { autoscaling } from "./spec/autoscaling.js";
import { cidr } from "./spec/cidr.js";
import { clusterName } from "./spec/cluster-name.js";
import { duplicateKey } from "./spec/duplicate-key.js";
import { duplicateName } from "./spec/duplicate-name.js";
import { helmValuesInvalid } from "./spec/helm-values-invalid.js";
import { helmValuesString } from "./spec/helm-values-string.js";
import { locationName } from "./spec/location-name.js";
import { locationProvider } from "./spec/location-provider.js";
import { locationRef } from "./spec/location-ref.js";
import { manyClusters } from "./spec/many-clusters.js";
import { masterCount } from "./spec/master-count.js";
import { mergeKey } from "./spec/merge-key.js";
import { networkRanges } from "./spec/network-ranges.js";
import { noCluster } from "./spec/no-cluster.js";
import { noLocations } from "./spec/no-locations.js";
import { nodeCount } from "./spec/node-count.js";
import { notListed } from "./spec/not-listed.js";
import { notPreviewed } from "./spec/not-previewed.js";
import { nullDropped } from "./spec/null-dropped.js";
import { providerMismatch } from "./spec/provider-mismatch.js";
import { secretDocument } from "./spec/secret-document.js";
import { secretRef } from "./spec/secret-ref.js";
import { sectionMisplaced } from "./spec/section-misplaced.js";
import { syntax } from "./spec/syntax.js";
import { type } from "./spec/type.js";
import { unknownKey } from "./spec/unknown-key.js";
import { whiteSpace } from "./spec/white-space.js";
import { workerGroups } from "./spec/worker-groups.js";
import { yaml11Boolean } from "./spec/yaml11-boolean.js";
import { yaml11Number } from "./spec/yaml11-number.js";
import { authLeak } from "./spegel/auth-leak.js";
import { backupOnlyOnce } from "./spegel/backup-only-once.js";
import { configPath } from "./spegel/config-path.js";
import { filterEverything } from "./spegel/filter-everything.js";
import { filterInvalid } from "./spegel/filter-invalid.js";
import { filterLoose } from "./spegel/filter-loose.js";
import { filterNeverMatches } from "./spegel/filter-never-matches.js";
import { groupValues } from "./spegel/group-values.js";
import { ipv6Node } from "./spegel/ipv6-node.js";
import { ipv6Target } from "./spegel/ipv6-target.js";
import { mirrorAddOverwrites } from "./spegel/mirror-add-overwrites.js";
import { partialDisable } from "./spegel/partial-disable.js";
import { portChanged } from "./spegel/port-changed.js";
import { portRange } from "./spegel/port-range.js";
import { prependDuplicate } from "./spegel/prepend-duplicate.js";
import { prependPartial } from "./spegel/prepend-partial.js";
import { registryName } from "./spegel/registry-name.js";
import { registryUrl } from "./spegel/registry-url.js";
import { resolveTags } from "./spegel/resolve-tags.js";
import { runtime } from "./spegel/runtime.js";
import { runtimeAssumed } from "./spegel/runtime-assumed.js";
import { valueMisplaced } from "./spegel/value-misplaced.js";
import { valueOutside } from "./spegel/value-outside.js";
import { valueType } from "./spegel/value-type.js";
import { valueUnknown } from "./spegel/value-unknown.js";
import { valuesIgnored } from "./spegel/values-ignored.js";
import { configAssumed } from "./template/config-assumed.js";
import { configKeyRule } from "./template/config-key.js";
import { empty } from "./template/empty.js";
import { incomplete } from "./template/incomplete.js";
import { lineInComment } from "./template/line-in-comment.js";
import { noMirrors } from "./template/no-mirrors.js";
import { noValue } from "./template/no-value.js";
import { pathCollision } from "./template/path-collision.js";
import { pathHidden } from "./template/path-hidden.js";
import { pathMisplaced } from "./template/path-misplaced.js";
import { pathUnknown } from "./template/path-unknown.js";
import { templateExec, templateParse } from "./template/template-errors.js";
import { unknownFunction } from "./template/unknown-function.js";

/** Every rule, in the order of docs/rules.md. A new one is a file of its own and a line here. */
export const rules: readonly Rule[] = [
  syntax,
  whiteSpace,
  noCluster,
  manyClusters,
  secretDocument,
  type,
  yaml11Boolean,
  yaml11Number,
  duplicateKey,
  mergeKey,
  unknownKey,
  sectionMisplaced,
  locationRef,
  noLocations,
  providerMismatch,
  locationProvider,
  locationName,
  duplicateName,
  secretRef,
  nodeCount,
  autoscaling,
  masterCount,
  clusterName,
  workerGroups,
  cidr,
  networkRanges,
  nullDropped,
  helmValuesString,
  helmValuesInvalid,
  notPreviewed,
  notListed,
  tooOld,
  versionUnknown,
  archiveDeprecated,
  versionsDiffer,
  agentMisplaced,
  mirrorAddOverwrites,
  backupOnlyOnce,
  prependPartial,
  prependDuplicate,
  authLeak,
  ipv6Node,
  partialDisable,
  runtime,
  runtimeAssumed,
  valuesIgnored,
  groupValues,
  valueOutside,
  valueMisplaced,
  valueUnknown,
  valueType,
  filterInvalid,
  filterNeverMatches,
  filterLoose,
  filterEverything,
  registryUrl,
  registryName,
  ipv6Target,
  portRange,
  portChanged,
  configPath,
  resolveTags,
  pathMisplaced,
  pathUnknown,
  pathCollision,
  pathHidden,
  incomplete,
  templateParse,
  templateExec,
  noValue,
  configKeyRule,
  configAssumed,
  unknownFunction,
  empty,
  lineInComment,
  noMirrors,
  toml,
  rejected,
  ignoredKey,
  invisibleHost,
  duplicateHost,
  noCapability,
  url,
  serverMisplaced,
  hostRepeated,
  serverOnly,
  noSchemeHttpPrefix,
  slowFallback,
  dialTimeout,
  pathMirror,
  overridePath,
  rootKey,
  secret,
  certMissing,
  serverNoFallback,
  dockerhub,
  shadowsDefault,
  plainHttp,
  skipVerify,
];

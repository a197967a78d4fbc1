import { count, flag, freeMap, type KeyRows, list, map, text } from "../key-row.js";

function chart(path: string, specs: number): KeyRows {
  return {
    [`${path}.chart`]: map("The feature's chart.", specs),
    [`${path}.chart.version`]: text("Version of the chart.", specs),
  };
}

const INGRESS = "spec.features.ingress";
const NGINX = `${INGRESS}.ingressControllers[].nginx`;
const LOGGING = "spec.features.logging";
const MONITORING = "spec.features.monitoring";

/** Keys of `spec.features`. */
export const featureKeys: KeyRows = {
  [INGRESS]: map("Ingress controllers.", 36),
  ...chart(INGRESS, 21),
  [`${INGRESS}.values`]: freeMap("Values of the chart.", 1),
  [`${INGRESS}.ingressControllers`]: list("The cluster's ingress controllers.", 36),
  [`${INGRESS}.ingressControllers[]`]: map("An ingress controller.", 36),
  [NGINX]: map("The nginx ingress controller.", 36),
  [`${NGINX}.enabled`]: flag("Install it.", 36),
  [`${NGINX}.hostPortHttp`]: count("Port of the node for HTTP.", 4),
  [`${NGINX}.hostPortHttps`]: count("Port of the node for HTTPS.", 4),
  [`${NGINX}.loadBalancerPortHttp`]: count("Port of the load balancer for HTTP.", 4),
  [`${NGINX}.loadBalancerPortHttps`]: count("Port of the load balancer for HTTPS.", 4),
  [`${NGINX}.acme`]: map("Certificates by ACME, such as Let's Encrypt.", 32),
  [`${NGINX}.acme.enabled`]: flag("Request certificates.", 32),
  [`${NGINX}.acme.apiUrl`]: text("Address of the ACME server.", 29),
  [`${NGINX}.acme.email`]: text("Address that the ACME server writes to.", 28),

  "spec.features.kubedb": map("KubeDB, which runs databases.", 8),
  "spec.features.kubedb.enabled": flag("Install it.", 8),
  ...chart("spec.features.kubedb", 8),

  "spec.features.kublrOperator": map("Kublr's operator, which installs the other features.", 27),
  "spec.features.kublrOperator.enabled": flag("Install it.", 27),
  ...chart("spec.features.kublrOperator", 21),

  "spec.features.system": map("What Kublr installs in every cluster.", 27),
  ...chart("spec.features.system", 21),
  "spec.features.system.values": freeMap("Values of the chart.", 13),

  [LOGGING]: map("Collection of logs.", 21),
  ...chart(LOGGING, 10),
  [`${LOGGING}.logCollection`]: map("What collects logs on the nodes.", 21),
  [`${LOGGING}.logCollection.enabled`]: flag("Collect logs.", 21),
  [`${LOGGING}.sinks`]: list("Where logs go.", 13),
  [`${LOGGING}.sinks[]`]: map("A place where logs go.", 13),
  [`${LOGGING}.sinks[].centralLogging`]: map("Elasticsearch of Kublr's control plane.", 11),
  [`${LOGGING}.sinks[].centralLogging.enabled`]: flag("Use it.", 11),
  [`${LOGGING}.sinks[].centralLogging.clientNodes`]: count("Number of client nodes.", 11),
  [`${LOGGING}.sinks[].centralLogging.dataNodes`]: count("Number of data nodes.", 11),
  [`${LOGGING}.sinks[].centralLogging.masterNodes`]: count("Number of master nodes.", 11),
  [`${LOGGING}.sinks[].centralLogging.logstashReplicas`]: count("Number of Logstash pods.", 10),
  [`${LOGGING}.sinks[].centralLogging.persistent`]: flag("Keep the data on volumes.", 11),
  [`${LOGGING}.sinks[].centralLogging.size`]: text("Size of each volume, such as `128Gi`.", 11),
  [`${LOGGING}.sinks[].selfHosted`]: map("Elasticsearch in this cluster.", 13),
  [`${LOGGING}.sinks[].selfHosted.enabled`]: flag("Use it.", 13),
  [`${LOGGING}.sinks[].selfHosted.clientNodes`]: count("Number of client nodes.", 11),
  [`${LOGGING}.sinks[].selfHosted.dataNodes`]: count("Number of data nodes.", 11),
  [`${LOGGING}.sinks[].selfHosted.masterNodes`]: count("Number of master nodes.", 11),
  [`${LOGGING}.sinks[].selfHosted.persistent`]: flag("Keep the data on volumes.", 2),

  [MONITORING]: map("Monitoring by Prometheus.", 38),
  [`${MONITORING}.enabled`]: flag("Install it.", 28),
  ...chart(MONITORING, 21),
  [`${MONITORING}.values`]: freeMap("Values of the chart.", 13),
  [`${MONITORING}.statsCollection`]: map("What collects figures on the nodes.", 10),
  [`${MONITORING}.statsCollection.enabled`]: flag("Collect figures.", 10),
  [`${MONITORING}.sinks`]: list("Where figures go.", 2),
  [`${MONITORING}.sinks[]`]: map("A place where figures go.", 2),
  [`${MONITORING}.sinks[].selfHosted`]: map("Prometheus in this cluster.", 2),
  [`${MONITORING}.sinks[].selfHosted.enabled`]: flag("Use it.", 2),
  [`${MONITORING}.sinks[].selfHosted.persistent`]: flag("Keep the data on a volume.", 2),
  [`${MONITORING}.platformClient`]: map("Monitoring of this cluster by Kublr's control plane.", 13),
  [`${MONITORING}.platformClient.enabled`]: flag("Use it.", 13),
  [`${MONITORING}.platformClient.prometheus`]: map("Prometheus in this cluster.", 13),
  [`${MONITORING}.platformClient.prometheus.persistent`]: flag("Keep the data on a volume.", 13),
  [`${MONITORING}.selfHosted`]: map("Monitoring within this cluster.", 15),
  [`${MONITORING}.selfHosted.enabled`]: flag("Use it.", 15),
  ...selfHosted("alertmanager", "Alertmanager", 9),
  [`${MONITORING}.selfHosted.alertmanager.enabled`]: flag("Install it.", 15),
  ...selfHosted("grafana", "Grafana", 15),
  [`${MONITORING}.selfHosted.grafana.enabled`]: flag("Install it.", 15),
  ...selfHosted("prometheus", "Prometheus", 15),
};

function selfHosted(key: string, name: string, specs: number): KeyRows {
  const path = `${MONITORING}.selfHosted.${key}`;
  return {
    [path]: map(`${name} in this cluster.`, 15),
    [`${path}.persistent`]: flag("Keep the data on a volume.", specs),
    [`${path}.size`]: text("Size of the volume, such as `128Gi`.", specs),
  };
}

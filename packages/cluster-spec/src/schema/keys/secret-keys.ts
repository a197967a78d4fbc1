import { type KeyRows, map, text } from "../key-row.js";

function secret(type: string, about: string, fields: Readonly<Record<string, string>>): KeyRows {
  return {
    [`spec.${type}`]: map(about, "reference"),
    ...Object.fromEntries(
      Object.entries(fields).map(([field, what]) => [`spec.${type}.${field}`, text(what, "reference")]),
    ),
  };
}

/** Keys of Secrets that stand beside the cluster in one file; each has one of these types. */
export const secretKeys: KeyRows = {
  ...secret(
    "awsApiAccessKey",
    "For the API of AWS; `awsApiAccessSecretRef` of a location names the Secret.",
    {
      accessKeyId: "Id of the access key.",
      secretAccessKey: "The access key.",
    },
  ),
  ...secret(
    "azureApiAccessKey",
    "For the API of Azure; `azureApiAccessSecretRef` of a location names the Secret.",
    {
      subscriptionId: "The subscription.",
      tenantId: "The tenant.",
      aadClientId: "The application that Kublr signs in as.",
      aadClientSecret: "The application's secret.",
    },
  ),
  ...secret("gcpApiAccessKey", "For the API of Google Cloud.", {
    clientEmail: "Address of the service account.",
    privateKey: "Its private key.",
    projectId: "The project.",
  }),
  ...secret("vSphereApi", "For the API of vSphere. A further key turns certificate checks off.", {
    url: "Address of the API.",
    username: "Name to sign in with.",
    password: "Its password.",
  }),
  ...secret("sshKey", "Key for ssh; `sshKeySecretRef` of a group's location names the Secret.", {
    sshPublicKey: "The public key.",
  }),
};

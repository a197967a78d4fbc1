/** Bounds of every request: what is larger is refused before any work is done on it. */

/** Bytes of a whole request body. */
export const MAX_BODY_BYTES = 1_048_576;
/** Characters of a cluster spec. The body limit counts bytes, so it is reached first by most texts. */
export const MAX_SPEC_LENGTH = 1_048_576;
/** Edits in one request, and the most keys and indexes that lead to one place. */
export const MAX_EDITS = 1_000;
export const MAX_PATH_LENGTH = 64;
/** Characters of one map key in a path. */
export const MAX_KEY_LENGTH = 1_024;
/** Levels of maps and lists in free-form JSON values. */
export const MAX_VALUE_DEPTH = 64;
/** Maps, lists and their entries in one free-form JSON value. */
export const MAX_VALUE_ENTRIES = 50_000;
/** Characters of a template, and of an image reference. */
export const MAX_TEMPLATE_LENGTH = 262_144;
export const MAX_IMAGE_LENGTH = 4_096;
/** Roles that settings may speak of, and addresses for each. */
export const MAX_ROLES = 512;
export const MAX_NODE_ADDRESSES = 64;
/** Files in a certs.d tree sent to /inspect. */
export const MAX_FILES = 256;
export const MAX_TITLE_LENGTH = 200;

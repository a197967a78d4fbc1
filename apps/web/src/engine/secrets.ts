export { findSecrets } from "@lookinglass/designer";

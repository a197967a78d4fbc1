export { tryTemplate } from "@lookinglass/designer";

export { templateData, tryTemplate } from "@lookinglass/designer";

export { inspectCertsD } from "@lookinglass/designer";

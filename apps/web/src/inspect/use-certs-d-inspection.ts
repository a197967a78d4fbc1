import type { CertsDInspection, CertsDQuestion } from "@lookinglass/designer";
import { useEffect, useState } from "react";
import { useEngine } from "../engine/engine-context.js";

interface InspectionState {
  /** With the files that it is of; null before the first answer. */
  readonly answer: { readonly question: CertsDQuestion; readonly inspection: CertsDInspection } | null;
  readonly failure: Error | null;
}

/** What containerd does with the files; an answer that comes after a newer question is dropped. */
export function useCertsDInspection(question: CertsDQuestion): InspectionState {
  const engine = useEngine();
  const [state, setState] = useState<InspectionState>({ answer: null, failure: null });
  useEffect(() => {
    let wanted = true;
    engine.inspectCertsD(question).then(
      (inspection) => wanted && setState({ answer: { question, inspection }, failure: null }),
      (failure: Error) => wanted && setState({ answer: null, failure }),
    );
    return () => {
      wanted = false;
    };
  }, [engine, question]);
  return state;
}

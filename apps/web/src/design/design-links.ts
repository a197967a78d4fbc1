import type { SpecPath } from "@lookinglass/designer";
import { createContext, useContext } from "react";

/** Ways from a form to the other areas. */
export interface DesignLinks {
  /** Shows a place of the spec in the editor. */
  readonly onReveal: (path: SpecPath) => void;
  /** Shows a file of a role in the looking glass. */
  readonly onShowFile: (roleId: string, path: string) => void;
}

const Links = createContext<DesignLinks | null>(null);

export const DesignLinksProvider = Links.Provider;

export function useDesignLinks(): DesignLinks {
  const links = useContext(Links);
  if (!links) throw new Error("useDesignLinks needs a DesignLinksProvider above it");
  return links;
}

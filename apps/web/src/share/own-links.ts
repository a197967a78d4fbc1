import { useCallback, useEffect, useState } from "react";

/** A short link made in this browser; only whoever has its delete token can take it back. */
export interface OwnLink {
  readonly id: string;
  readonly title: string | null;
  /** ISO 8601. */
  readonly expiresAt: string;
  readonly deleteToken: string;
}

const KEY = "lookinglass.links";
/** The oldest are forgotten beyond this; they expire by themselves. */
const MAX_LINKS = 50;

type ChangeLinks = (links: readonly OwnLink[]) => readonly OwnLink[];

/** The links made in this browser that have not expired, newest first; what other tabs make and delete is followed. */
export function useOwnLinks(): readonly [readonly OwnLink[], (change: ChangeLinks) => void] {
  const [links, setLinks] = useState(readStored);
  const change = useCallback((wanted: ChangeLinks) => {
    // Read anew: another tab may have made links in the meantime.
    const next = wanted(readStored()).slice(0, MAX_LINKS);
    setLinks(next);
    try {
      localStorage.setItem(KEY, JSON.stringify(next));
    } catch {
      // Without storage they last as long as the dialog.
    }
  }, []);
  useEffect(() => {
    const onStorage = ({ key }: StorageEvent) => {
      if (key === KEY) setLinks(readStored());
    };
    window.addEventListener("storage", onStorage);
    return () => window.removeEventListener("storage", onStorage);
  }, []);
  return [links, change];
}

function readStored(): readonly OwnLink[] {
  try {
    return ownLinks(JSON.parse(localStorage.getItem(KEY) ?? "[]"), new Date());
  } catch {
    return [];
  }
}

/** The links in what was stored: those of the right form that are good at `now`. */
export function ownLinks(stored: unknown, now: Date): readonly OwnLink[] {
  if (!Array.isArray(stored)) return [];
  return stored.filter(isOwnLink).filter(({ expiresAt }) => Date.parse(expiresAt) > now.getTime());
}

function isOwnLink(value: unknown): value is OwnLink {
  if (typeof value !== "object" || value === null) return false;
  // Each field is judged before it is believed.
  const { id, title, expiresAt, deleteToken } = value as Record<keyof OwnLink, unknown>;
  const hasTexts = [id, expiresAt, deleteToken].every((text) => typeof text === "string");
  return hasTexts && (title === null || typeof title === "string");
}

/** The address of a short link. */
export function shortLinkUrl(id: string): string {
  return new URL(`/s/${id}`, window.location.origin).href;
}

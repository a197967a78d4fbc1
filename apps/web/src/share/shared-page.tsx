import { createApiClient, type Problem, type Share } from "@lookinglass/api-contract/client";
import { useQuery } from "@tanstack/react-query";
import { dayText } from "./expiry.js";
import { SharePending } from "./share-pending.js";
import { describeProblem, ShareProblem } from "./share-problem.js";
import { SharedPreview } from "./shared-preview.js";
import { useNoIndex } from "./use-no-index.js";

const api = createApiClient();

type ShareAnswer =
  | { readonly ok: true; readonly share: Share }
  | { readonly ok: false; readonly problem: Problem };

async function readShare(id: string, signal: AbortSignal): Promise<ShareAnswer> {
  const answer = await api.readShare(id, { signal });
  return answer.ok ? { ok: true, share: answer.data } : { ok: false, problem: answer.problem };
}

/** A read-only preview of what somebody shared on the server. */
export default function SharedPage({ id }: { readonly id: string }) {
  useNoIndex();
  const { data, refetch } = useQuery({
    queryKey: ["share", id],
    queryFn: ({ signal }) => readShare(id, signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    networkMode: "always",
  });
  if (!data) return <SharePending>Opening the shared preview…</SharePending>;
  if (!data.ok) {
    return <ShareProblem problem={describeProblem(data.problem)} onRetry={() => void refetch()} />;
  }
  const { share } = data;
  return (
    <SharedPreview
      id={id}
      linked={share}
      note={`Read-only · shared ${dayText(share.createdAt)} · until ${dayText(share.expiresAt)}`}
    />
  );
}

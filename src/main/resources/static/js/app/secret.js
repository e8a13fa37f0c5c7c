// What a script needs to speak for the page it runs in: the form secret, and whose page it is.
export const secret = () => document.querySelector("input[name=_csrf]")?.value ?? "";
export const viewer = document.documentElement.dataset.viewer ?? "none";
export const isSignedIn = viewer !== "none";
/** When this page was kept, if it is a copy shown without network; otherwise 0. */
export const keptAt = Number(document.documentElement.dataset.offline ?? 0);

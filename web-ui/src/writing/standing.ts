/** The page's images and films as they stand at the post's own address: what is written beside the post is found there. */
export const standingAt = (html: string, path: string): string =>
  html.replace(
    /(<(?:img|video|audio|source)\b[^>]*?\ssrc=")(?![a-z][a-z0-9+.-]*:|\/)([^"]+")/gi,
    (_, before: string, address: string) => before + path + address,
  )

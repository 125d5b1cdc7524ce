package app.lookback.query.media;

import app.lookback.contract.PostId;
import java.util.List;

/** That a post shows an image: in its draft, in editions of it, or in both. */
record Use(PostId post, String title, boolean draft, List<Integer> editions) {}

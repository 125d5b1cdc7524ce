-- What is to be published when; the log says whether it still is.
CREATE TABLE scheduled_publication (
    post VARCHAR(16) NOT NULL,
    due  TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (post, due)
);

CREATE INDEX scheduled_publication_due ON scheduled_publication (due);

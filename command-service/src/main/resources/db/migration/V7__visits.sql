-- How far each person has seen each post, so that on return they are told what others changed since.
CREATE TABLE visit (
    person   UUID        NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    post     VARCHAR(16) NOT NULL,
    revision BIGINT      NOT NULL,
    at       TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (person, post)
);

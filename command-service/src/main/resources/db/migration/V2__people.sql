-- Accounts, invitations and sign-in sessions. Of tokens only the SHA-256 is kept, in hexadecimal.
CREATE TABLE account (
    id            UUID         PRIMARY KEY,
    name          VARCHAR(60)  NOT NULL,
    name_key      VARCHAR(240) NOT NULL UNIQUE,
    password_hash VARCHAR(500),
    administrator BOOLEAN      NOT NULL,
    created_at    TIMESTAMPTZ  NOT NULL
);

CREATE TABLE setup_token (
    token_hash CHAR(64)    PRIMARY KEY,
    created_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE invitation (
    token_hash CHAR(64)    PRIMARY KEY,
    post       VARCHAR(16) NOT NULL,
    by         UUID        NOT NULL REFERENCES account (id),
    expires_at TIMESTAMPTZ NOT NULL,
    used_at    TIMESTAMPTZ,
    used_by    UUID        REFERENCES account (id)
);

-- As Spring Session JDBC 4 expects them.
CREATE TABLE spring_session (
    primary_id            CHAR(36) NOT NULL,
    session_id            CHAR(36) NOT NULL,
    creation_time         BIGINT   NOT NULL,
    last_access_time      BIGINT   NOT NULL,
    max_inactive_interval INT      NOT NULL,
    expiry_time           BIGINT   NOT NULL,
    principal_name        VARCHAR(100),
    CONSTRAINT spring_session_pk PRIMARY KEY (primary_id)
);

CREATE UNIQUE INDEX spring_session_ix1 ON spring_session (session_id);
CREATE INDEX spring_session_ix2 ON spring_session (expiry_time);
CREATE INDEX spring_session_ix3 ON spring_session (principal_name);

CREATE TABLE spring_session_attributes (
    session_primary_id CHAR(36)     NOT NULL,
    attribute_name     VARCHAR(200) NOT NULL,
    attribute_bytes    BYTEA        NOT NULL,
    CONSTRAINT spring_session_attributes_pk PRIMARY KEY (session_primary_id, attribute_name),
    CONSTRAINT spring_session_attributes_fk FOREIGN KEY (session_primary_id)
        REFERENCES spring_session (primary_id) ON DELETE CASCADE
);

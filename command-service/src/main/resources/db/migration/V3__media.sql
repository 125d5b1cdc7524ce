-- The bytes of images by their SHA-256 in hexadecimal; which post shows them where is said by events.
CREATE TABLE media (
    sha256     CHAR(64)    PRIMARY KEY,
    media_type VARCHAR(32) NOT NULL,
    size       BIGINT      NOT NULL,
    bytes      BYTEA       NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);

-- Images are compressed already.
ALTER TABLE media ALTER COLUMN bytes SET STORAGE EXTERNAL;

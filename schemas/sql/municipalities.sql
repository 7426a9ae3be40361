CREATE OR REPLACE TABLE municipalities (
  code VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  region_code VARCHAR NOT NULL,
  region VARCHAR NOT NULL
);
COMMENT ON TABLE municipalities IS 'The 98 Danish municipalities of the official list.';
COMMENT ON COLUMN municipalities.code IS 'Three-digit municipality code.';
COMMENT ON COLUMN municipalities.name IS 'Official name.';
COMMENT ON COLUMN municipalities.region_code IS 'Code of its region, such as 1085.';
COMMENT ON COLUMN municipalities.region IS 'Name of its region.';

-- Rotation asks which rows are under an older key.
create index identity_document_key on people.identity_document (key_id);

-- What somebody accepted is found without reading all recordings, as what he made is.
CREATE INDEX channel_recording_by_accepter ON channel_recording (accepted_by);

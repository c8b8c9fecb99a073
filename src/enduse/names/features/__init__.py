"""What a score is made of: one file a feature, each giving its signed part or none."""

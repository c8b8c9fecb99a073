"""Files on disk as bytes: opened, unpacked, hashed; nothing of what they mean."""

"""The embedded sample: real designations, written for this package."""

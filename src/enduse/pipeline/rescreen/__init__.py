"""A book kept screened: only what may have changed is screened again."""

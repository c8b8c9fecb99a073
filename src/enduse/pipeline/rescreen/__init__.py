"""A book of customers, kept screened: only what may have changed is screened again."""

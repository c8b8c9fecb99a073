"""Where papers of one deal disagree: one file for each thing that is compared.

Each module has one function, `disagreements(papers)`, pure. To add a comparison, write
its module and name it in `enduse.pipeline.deals.findings.COMPARISONS`.
"""

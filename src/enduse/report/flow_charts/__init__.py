"""Pictures of answers over trade statistics: offline HTML, SVG and PNG."""

from enduse.report.flow_charts.draw import as_html, as_picture, write

__all__ = ["as_html", "as_picture", "write"]
